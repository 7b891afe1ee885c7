import type { EntityBrief, FigureContext, Statement } from '../../lib/model/card.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { Button } from '../parts/Button.tsx';
import { EntityChips } from '../parts/EntityChip.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Section, Unfold } from '../parts/Section.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { SourceLine } from '../parts/SourceLine.tsx';
import { TypeShape } from '../parts/TypeShape.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { timelineOf } from '../timeline/timeline.ts';
import { foreignWords } from '../foreign-page.ts';
import type { Remote } from '../remote.ts';
import { words } from '../../lib/i18n/words.ts';
import type { CardActions } from './actions.ts';
import { FactList, factsInOrder } from './FactList.tsx';
import { PictureLine } from './PictureLine.tsx';
import type { Portrait } from './portrait.ts';
import { PageStatements, StatementList } from './StatementList.tsx';
import { viewOfEntity } from './view.ts';
import './FigureCard.css';

interface FigureCardProps {
  readonly portrait: Portrait;
  readonly reading: PageReading | null;
  readonly context: Remote<FigureContext>;
  readonly actions: CardActions;
  /** Says which of several of one name is meant; null where that cannot be said. */
  readonly onMeant: ((id: EntityId) => void) | null;
}

const outletsOf = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ source }) => source.publisher ?? source.id)).size;

/** What the article says: the figure's own statements, and what is claimed of it. */
const FromPage = ({ portrait, actions }: Pick<FigureCardProps, 'portrait' | 'actions'>) => (
  <>
    {portrait.statements.length === 0 ? null : (
      <Section title={words.card.inThisArticle} note={words.count.statements({ count: portrait.statements.length })}>
        <Unfold
          items={portrait.statements}
          first={2}
          list={(claims) => <PageStatements claims={claims} onReveal={actions.onReveal} />}
        />
      </Section>
    )}
    {portrait.claimsAbout.length === 0 ? null : (
      <Section title={words.card.whatItSays} note={words.count.claims({ count: portrait.claimsAbout.length })}>
        <Unfold
          items={portrait.claimsAbout}
          first={portrait.statements.length === 0 ? 2 : 1}
          list={(claims) => <PageStatements claims={claims} onReveal={actions.onReveal} />}
        />
      </Section>
    )}
  </>
);

const Candidates = ({
  all,
  reading,
  onOpen,
  onMeant,
}: { readonly all: readonly EntityBrief[] } & Pick<FigureCardProps, 'reading' | 'onMeant'> &
  Pick<CardActions, 'onOpen'>) => (
  <Section title={words.card.sameName}>
    <p class="card-note">{words.card.sameNameWhy}</p>
    <ul class="candidates">
      {all.map((brief) => (
        <li key={brief.id} class="candidates__one">
          <button type="button" class="candidate" onClick={() => onOpen(viewOfEntity(brief, reading))}>
            <TypeShape type={brief.type} known={true} />
            <span>
              <span class="candidate__name">
                <bdi>{brief.name}</bdi>
              </span>
              <span class="candidate__line">
                <bdi>{brief.description}</bdi>
              </span>
            </span>
          </button>
          {onMeant === null ? null : (
            <Button onPress={() => onMeant(brief.id)}>
              {words.card.thisOne}{' '}
              <span class="unseen">
                {brief.name}, {brief.description}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  </Section>
);

/** What the store says. */
const FromStore = ({
  portrait,
  reading,
  context,
  actions,
}: Omit<FigureCardProps, 'onMeant'> & { context: { state: 'ready' } }) => {
  const { facts, saidBefore, metIn, notes, picture } = context.value;
  return (
    <>
      {notes.length === 0 ? null : (
        <Section title={words.card.notes}>
          <Unfold
            items={notes}
            first={2}
            list={(shown) => (
              <ul class="card-notes">
                {shown.map((note, at) => (
                  <li key={at} dir="auto">
                    {note}
                  </li>
                ))}
              </ul>
            )}
          />
        </Section>
      )}
      {saidBefore.length === 0 ? null : (
        <Section title={words.card.saidBefore} note={words.count.outlets({ count: outletsOf(saidBefore) })}>
          <Timeline points={timelineOf(saidBefore, portrait.statements, reading)} />
          <Unfold items={saidBefore} first={2} list={(shown) => <StatementList statements={shown} />} />
        </Section>
      )}
      {facts.length === 0 ? null : (
        <Section title={words.card.facts}>
          <Unfold
            items={factsInOrder(facts)}
            first={5}
            list={(shown) => <FactList facts={shown} reading={reading} onOpen={actions.onOpen} />}
          />
        </Section>
      )}
      {metIn.length === 0 ? null : (
        <Section title={words.card.metIn} note={words.count.sources({ count: metIn.length })}>
          <Unfold
            items={metIn}
            first={3}
            list={(shown) => (
              <ul class="met-in">
                {shown.map((source) => (
                  <li key={source.id}>
                    <SourceLine source={source} />
                  </li>
                ))}
              </ul>
            )}
          />
        </Section>
      )}
      {portrait.standing === 'known' && facts.length + saidBefore.length + metIn.length + notes.length === 0 ? (
        <p class="card-note card-note--alone">{words.card.nothingElse}</p>
      ) : null}
      {picture === null ? null : <PictureLine picture={picture} />}
    </>
  );
};

/** That nothing is said of what the article says, and why. */
const ForeignNote = ({ reading }: Pick<FigureCardProps, 'reading'>) => {
  const foreign = reading === null ? null : foreignWords(reading);
  return foreign === null ? null : <p class="card-note card-note--alone">{foreign.text}</p>;
};

/** A figure: what the article says of it at once, what the store says as soon as it answers. */
export const FigureCard = ({ portrait, reading, context, actions, onMeant }: FigureCardProps) => (
  <>
    {context.state === 'ready' && context.value.candidates.length > 0 ? (
      <Candidates all={context.value.candidates} reading={reading} onOpen={actions.onOpen} onMeant={onMeant} />
    ) : null}
    {portrait.members.length === 0 ? null : (
      <Section title={words.card.members}>
        <EntityChips all={portrait.members} onOpen={actions.onOpen} />
      </Section>
    )}
    <FromPage portrait={portrait} actions={actions} />
    <ForeignNote reading={reading} />
    {context.state === 'loading' ? <Skeleton /> : null}
    {context.state === 'failed' ? <Failure what={words.failed} why={context.why} onRetry={actions.onRetry} /> : null}
    {context.state === 'ready' ? (
      <FromStore portrait={portrait} reading={reading} context={context} actions={actions} />
    ) : null}
  </>
);
