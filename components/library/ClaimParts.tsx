import type { EntityPage } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma } from '../words.ts';
import { cutName } from '../cut-name.ts';
import { dateWords } from '../dates.ts';
import { StatementSource } from '../card/StatementList.tsx';
import { IconButton } from '../parts/Button.tsx';
import { Unfold } from '../parts/Section.tsx';
import { SourceLine } from '../parts/SourceLine.tsx';
import type { LibraryActions } from './actions.ts';
import { EntityLink } from './EntityLink.tsx';
import { Part } from './Part.tsx';
import { timelineOf } from './timeline.ts';

interface PartProps {
  readonly page: EntityPage;
  readonly actions: LibraryActions;
}

/** What it said, and what was said of it. */
export const ClaimPart = ({ page, actions }: PartProps) => (
  <Part title={words.library.part.claims}>
    {page.claims.length === 0 ? <p class="part__none">{words.library.none.claims}</p> : null}
    <Unfold
      items={page.claims}
      first={6}
      list={(shown) => (
        <ul class="known-claims">
          {shown.map(({ statement, isSpeaker }) => (
            <li key={statement.id} class="known-claim">
              <div>
                <p class="known-claim__text" dir="auto">
                  {statement.text}
                </p>
                <p class="known-claim__from">
                  {isSpeaker ? (
                    words.library.said
                  ) : statement.speaker === null ? (
                    <bdi>{statement.speakerName ?? words.noSourceNamed}</bdi>
                  ) : (
                    <EntityLink brief={statement.speaker} onOpen={actions.onOpen} />
                  )}{' '}
                  · <StatementSource statement={statement} />
                </p>
              </div>
              <IconButton
                icon="close"
                label={words.library.action.removeFact({ fact: cutName(statement.text, 80) })}
                onPress={() => void actions.onEdit({ kind: 'remove-claim', id: page.entity.id, claim: statement.id })}
              />
            </li>
          ))}
        </ul>
      )}
    />
  </Part>
);

/** Dated facts and claims in one line of time, the latest first. */
export const TimelinePart = ({ page }: Pick<PartProps, 'page'>) => {
  const moments = timelineOf(page);
  return (
    <Part title={words.library.part.timeline}>
      {moments.length === 0 ? <p class="part__none">{words.library.none.timeline}</p> : null}
      <Unfold
        items={moments}
        first={8}
        list={(shown) => (
          <ol class="moments">
            {shown.map((moment, index) => (
              <li key={index} class={`moments__one moments__one--${moment.kind}`}>
                <time dateTime={moment.date}>{dateWords(moment.date)}</time>
                <span dir="auto">{moment.text}</span>
              </li>
            ))}
          </ol>
        )}
      />
    </Part>
  );
};

/** Articles that name it. */
export const MeetingPart = ({ page }: Pick<PartProps, 'page'>) => (
  <Part title={words.library.part.metIn}>
    {page.metIn.length === 0 ? <p class="part__none">{words.library.none.metIn}</p> : null}
    <Unfold
      items={page.metIn}
      first={6}
      list={(shown) => (
        <ul class="meetings">
          {shown.map(({ source, readAt }) => (
            <li key={source.id}>
              <SourceLine source={source} />
              {comma}
              <span class="part__note">
                {words.library.read({ date: dateWords(new Date(readAt).toISOString().slice(0, 10)) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    />
  </Part>
);
