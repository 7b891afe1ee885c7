import { words } from '../../lib/i18n/words.ts';
import type { EntityBrief } from '../../lib/model/card.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { Density } from '../../lib/model/settings.ts';
import { CardHeader } from '../card/CardHeader.tsx';
import { portraitOf } from '../card/portrait.ts';
import { isInvented, sampleReading, samplePieces } from '../welcome/sample.ts';
import '../welcome/Sample.css';
import './Preview.css';

/** What a store may say of one of the sample's names. */
const known: EntityBrief = {
  id: asEntityId('preview'),
  type: 'organisation',
  name: 'NATO',
  description: 'Alliance of 32 countries, with its seat in Brussels',
};
const reading = sampleReading(new Map([[known.name, known]]));
const figure = reading.figures.find(({ entity }) => entity === known.id);
const portrait = figure === undefined ? null : portraitOf({ kind: 'figure', cluster: figure.cluster }, reading, null);
/** From here on a claim is notable, as with the marks on the page. */
const notable = 0.5;

/** How a page's marks and a card look, as the settings are now. */
export const Preview = ({ density }: { readonly density: Density }) => {
  const isMarked = (claim: number): boolean =>
    density === 'everything' || (density === 'notable' && (reading.claims[claim]?.checkWorthiness ?? 0) >= notable);
  return (
    <figure class="page-preview" aria-label={words.options.preview}>
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
                <span key={index} class={`sample__name is-${type}`} data-known={!isInvented(piece.text)}>
                  {piece.text}
                </span>
              );
            })}
          </p>
        ))}
      </div>
      {portrait === null ? null : (
        <div class="page-preview__card">
          <CardHeader portrait={portrait} picture={null} id="preview" />
        </div>
      )}
    </figure>
  );
};
