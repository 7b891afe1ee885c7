import type { Statement } from '../../lib/model/card.ts';
import type { PageClaim } from '../../lib/model/reading.ts';
import { useArticleLanguage } from '../article-language.ts';
import { ChangeNote } from '../claim/Changes.tsx';
import { standAlone } from '../citation.ts';
import { SourceLine } from '../parts/SourceLine.tsx';
import { words } from '../../lib/i18n/words.ts';
import { quoted } from '../words.ts';
import type { CardActions } from './actions.ts';
import './StatementList.css';

interface WordsProps {
  readonly exact: readonly string[];
  readonly text: string;
  /** BCP 47; left out where nobody knows it. */
  readonly language?: string | undefined;
}

/** Somebody's words: in quotation marks where they are exact. */
export const Words = ({ exact, text, language }: WordsProps) => (
  <span class="words" dir="auto" lang={language}>
    {exact.length === 0 ? text : quoted(exact.join(' … '))}
  </span>
);

/** The quoted words of a statement where they can stand alone. */
export const exactIn = ({ quote, text }: Statement): readonly string[] =>
  standAlone({ quotes: quote === null ? [] : [quote], text });

/** The receipt of a statement made elsewhere; its link leads to the very words. */
export const StatementSource = ({ statement }: { readonly statement: Statement }) => (
  <SourceLine source={statement.source} saidAt={statement.saidAt} passage={exactIn(statement)[0] ?? statement.text} />
);

/** Statements made elsewhere, each with its receipt. */
export const StatementList = ({ statements }: { readonly statements: readonly Statement[] }) => (
  <ul class="statements">
    {statements.map((statement) => (
      <li key={statement.id}>
        <Words exact={exactIn(statement)} text={statement.text} />
        <StatementSource statement={statement} />
        <ChangeNote earlier={statement.earlier} goneAt={statement.goneAt} />
      </li>
    ))}
  </ul>
);

interface PageStatementsProps {
  readonly claims: readonly PageClaim[];
  readonly onReveal: CardActions['onReveal'];
}

/** Passages of the article itself; each leads to its place on the page. */
export const PageStatements = ({ claims, onReveal }: PageStatementsProps) => {
  const language = useArticleLanguage();
  return (
    <ul class="statements">
      {claims.map((claim) => {
        const inside = (
          <>
            <Words exact={standAlone(claim)} text={claim.text} language={language} />
            <span class="statements__place">{words.paragraph({ number: claim.paragraph })}</span>
          </>
        );
        return (
          <li key={claim.index}>
            {onReveal === null ? (
              inside
            ) : (
              <button
                type="button"
                class="statements__link"
                onClick={() => onReveal({ kind: 'claim', index: claim.index }, 0)}
              >
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
