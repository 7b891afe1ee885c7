import type { PageClaim } from '../../lib/model/reading.ts';
import { words } from '../../lib/i18n/words.ts';
import { useArticleLanguage } from '../article-language.ts';
import { Parted } from '../parts/Parted.tsx';
import './Row.css';

interface ClaimRowProps {
  readonly claim: PageClaim;
  readonly speaker: string | null;
  readonly onPick: (claim: PageClaim) => void;
  /** Whether it is one of those that are chosen; null while none are being chosen. */
  readonly isChosen: boolean | null;
}

/** From here on a claim is said to be worth checking, as with the marks on the page. */
const notable = 0.5;

/** A claim of the page: its tick as on the page, its words, speaker and paragraph. */
export const ClaimRow = ({ claim, speaker, isChosen, onPick }: ClaimRowProps) => {
  const language = useArticleLanguage();
  const isNotable = claim.checkWorthiness >= notable;
  return (
    <button
      type="button"
      class="row row--claim"
      data-row
      aria-pressed={isChosen ?? undefined}
      onClick={() => onPick(claim)}
    >
      <span class="row__tick" style={{ opacity: 0.25 + 0.75 * claim.checkWorthiness }} />
      <span class="row__text">
        <bdi class="row__words" dir="auto" lang={language}>
          {claim.text}
        </bdi>
        <span class="row__line">
          <Parted
            parts={[
              words.kind[claim.kind].one,
              speaker ?? words.noSourceNamed,
              words.paragraph({ number: claim.paragraph }),
              isNotable ? words.panel.worthChecking : null,
            ]}
            lastClass={isNotable ? 'row__worth' : ''}
          />
        </span>
      </span>
    </button>
  );
};
