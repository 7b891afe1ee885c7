import { words } from '../../lib/i18n/words.ts';
import type { Density } from '../../lib/model/settings.ts';
import { sampleReading, samplePieces } from '../welcome/sample.ts';
import '../welcome/Sample.css';
import './Preview.css';

const reading = sampleReading(new Map());
/** From here on a claim is notable, as with the marks on the page. */
const notable = 0.5;

/** How marks look on a page, as the settings are now. */
export const Preview = ({ density }: { readonly density: Density }) => {
  const isMarked = (claim: number): boolean =>
    density === 'everything' || (density === 'notable' && (reading.claims[claim]?.checkWorthiness ?? 0) >= notable);
  return (
    <figure class="preview" aria-label={words.options.preview}>
      <div class="sample__text" lang="en" dir="ltr">
        {samplePieces.map((pieces, at) => (
          <p key={at}>
            {pieces.map((piece, index) => {
              if (piece.kind === 'text') return piece.text;
              if (piece.kind === 'claim') {
                return isMarked(piece.claim) ? (
                  <span
                    key={index}
                    class="sample__tick"
                    style={{ '--strength': 0.25 + 0.75 * (reading.claims[piece.claim]?.checkWorthiness ?? 0) }}
                  />
                ) : null;
              }
              const type = reading.figures[piece.figure]?.type ?? 'other';
              return (
                <span key={index} class={`sample__name is-${type}`} data-known={type !== 'person'}>
                  {piece.text}
                </span>
              );
            })}
          </p>
        ))}
      </div>
    </figure>
  );
};
