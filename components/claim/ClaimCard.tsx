import type { ComponentChildren } from 'preact';
import type { ClaimContext, RelatedStatement } from '../../lib/model/card.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';
import { passageLink } from '../../lib/evidence/text-fragment.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import type { CardActions } from '../card/actions.ts';
import { exactIn, StatementSource, Words } from '../card/StatementList.tsx';
import { figureOf, namedEntity, namedFigure } from '../card/view.ts';
import { useArticleLanguage } from '../article-language.ts';
import { standAlone } from '../citation.ts';
import { dateWords } from '../dates.ts';
import { EntityChip, EntityChips } from '../parts/EntityChip.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Joined } from '../parts/Joined.tsx';
import { Parted } from '../parts/Parted.tsx';
import { Section, Unfold } from '../parts/Section.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { quantityWords } from '../quantities.ts';
import type { Remote } from '../remote.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma, relationWords } from '../words.ts';
import { ChangeNote, EarlierWordings } from './Changes.tsx';
import { NumberLine } from './NumberLine.tsx';
import { numberLines } from './number-lines.ts';
import { Reviews } from './Reviews.tsx';
import { Reports } from './Reports.tsx';
import './ClaimCard.css';

interface ClaimCardProps {
  readonly claim: PageClaim;
  readonly reading: PageReading;
  readonly context: Remote<ClaimContext>;
  readonly actions: CardActions;
}

/** "The Meridian, 7 March 2022 · paragraph 4": where the claim itself stands. */
const OwnReceipt = ({ article, paragraph }: { readonly article: ArticleMetadata; readonly paragraph: number }) => {
  const parts = [article.publisher, article.publishedAt === null ? null : dateWords(article.publishedAt)];
  return (
    <span class="claim__place">
      <Parted
        parts={[
          { text: parts.join(''), shown: <Joined parts={parts} between={comma} /> },
          words.paragraph({ number: paragraph }),
        ]}
      />
    </span>
  );
};

/** The exact words, the sentence around them, and where they stand. */
const ClaimWords = ({ claim, reading, actions }: Pick<ClaimCardProps, 'claim' | 'reading' | 'actions'>) => {
  const reveal = actions.onReveal;
  const language = useArticleLanguage();
  const exact = standAlone(claim);
  const { article } = reading;
  const place = <OwnReceipt article={article} paragraph={claim.paragraph} />;
  const address = passageLink(article.canonicalUrl ?? article.url, exact[0] ?? claim.text);
  return (
    <div class="claim__words">
      <p class="claim__exact">
        <Words exact={exact} text={claim.text} language={language} />
      </p>
      {exact.length === 0 ? null : (
        <p class="claim__sentence" dir="auto" lang={language}>
          {claim.text}
        </p>
      )}
      {address === null ? (
        place
      ) : (
        <a
          class="claim__reveal"
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          title={words.card.showOnPage}
          onClick={(event) => {
            // Another tab, by a key or the menu, is what the link itself is for.
            if (reveal === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            reveal({ kind: 'claim', index: claim.index }, 0);
          }}
        >
          {place}
        </a>
      )}
    </div>
  );
};

const Related = ({
  all,
  reading,
  onOpen,
}: { readonly all: readonly RelatedStatement[]; readonly reading: PageReading } & Pick<CardActions, 'onOpen'>) => (
  <ul class="related">
    {all.map(({ relation, statement }) => {
      const { speaker, speakerName } = statement;
      return (
        <li key={statement.id} class="related__item" data-relation={relation}>
          <span class="related__relation">{relationWords(relation)}</span>
          <Words exact={exactIn(statement)} text={statement.text} />
          {speaker === null && speakerName === null ? null : (
            <span class="related__who">
              {speaker === null ? (
                <bdi>{speakerName}</bdi>
              ) : (
                <EntityChip named={namedEntity(speaker, reading)} onOpen={onOpen} />
              )}
            </span>
          )}
          <StatementSource statement={statement} />
          <ChangeNote earlier={statement.earlier} goneAt={statement.goneAt} />
        </li>
      );
    })}
  </ul>
);

const Lines = ({ claim, related }: { readonly claim: PageClaim; readonly related: readonly RelatedStatement[] }) => {
  const lines = numberLines(claim, related);
  if (lines.length === 0) return null;
  const sources = new Set(related.map(({ statement }) => statement.source.id)).size + 1;
  return (
    <Section title={words.card.numbersDiffer} note={words.count.sources({ count: sources })}>
      {lines.map((data) => (
        <NumberLine key={data.unit} data={data} />
      ))}
    </Section>
  );
};

const answerOf = ({ claim, reading, context, actions }: ClaimCardProps): ComponentChildren => {
  if (context.state === 'loading') return <Skeleton lines={2} />;
  if (context.state === 'failed') {
    return <Failure what={words.failed} why={context.why} onRetry={actions.onRetry} />;
  }
  const { related, reports, reviews, earlier } = context.value;
  return (
    <>
      <Reviews reviews={reviews} />
      <EarlierWordings earlier={earlier} />
      <Lines claim={claim} related={related} />
      <Reports reports={reports} />
      {related.length === 0 ? (
        <p class="card-note card-note--alone">{words.card.nothingRelated}</p>
      ) : (
        <Section title={words.card.related} note={words.count.statements({ count: related.length })}>
          <Unfold
            items={related}
            first={3}
            list={(shown) => <Related all={shown} reading={reading} onOpen={actions.onOpen} />}
          />
        </Section>
      )}
    </>
  );
};

/** A claim: its words, whom it is about, its amounts, and what was said of the same elsewhere. */
export const ClaimCard = (props: ClaimCardProps) => {
  const { claim, reading, actions } = props;
  const speaker = claim.speaker === null ? null : figureOf(reading, claim.speaker);
  const about = claim.about.flatMap((cluster) => figureOf(reading, cluster) ?? []).map(namedFigure);
  return (
    <>
      <ClaimWords claim={claim} reading={reading} actions={actions} />
      {speaker === null && about.length === 0 ? null : (
        <dl class="claim__links">
          {speaker === null ? null : (
            <>
              <dt>{words.card.saidBy}</dt>
              <dd>
                <EntityChip named={namedFigure(speaker)} onOpen={actions.onOpen} />
              </dd>
            </>
          )}
          {about.length === 0 ? null : (
            <>
              <dt>{words.card.about}</dt>
              <dd>
                <EntityChips all={about} onOpen={actions.onOpen} />
              </dd>
            </>
          )}
        </dl>
      )}
      {claim.quantities.length === 0 ? null : (
        <Section title={words.card.numbersInIt}>
          <ul class="claim__amounts">
            {claim.quantities.map((quantity, index) => (
              <li key={index}>{quantityWords(quantity, claim.text)}</li>
            ))}
          </ul>
        </Section>
      )}
      {answerOf(props)}
    </>
  );
};
