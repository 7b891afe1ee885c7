import { comma } from '../words.ts';
import { words } from '../../lib/i18n/words.ts';
import { placeLabels, spreadOver, type PlacedLabel } from './number-line-layout.ts';
import type { NumberLineData, NumberPoint } from './number-lines.ts';
import './NumberLine.css';

const width = 340;
const inset = 14;
const rowHeight = 32;
/** Two lines of a label at 11.5 px; about how wide a character is in any of the fonts that may be there. */
const characterWidth = 6.6;

/** Of an outlet's name; the statements below have it whole. */
const longestName = 18;

const nameAndYear = ({ by, year }: NumberPoint): string => {
  const name = by.length > longestName ? `${by.slice(0, longestName - 1).trimEnd()}…` : by;
  return year === null ? name : `${name}, ${year}`;
};

const boxWidth = (point: NumberPoint): number =>
  Math.max(point.amount.length, nameAndYear(point).length) * characterWidth;

interface LabelProps {
  readonly point: NumberPoint;
  readonly place: PlacedLabel;
  readonly line: number;
}

const Label = ({ point, place, line }: LabelProps) => {
  const top = place.side === 'below' ? line + 22 + place.row * rowHeight : line - 27 - place.row * rowHeight;
  return (
    <text class="number-line__label" data-here={point.here} x={place.middle} y={top}>
      <tspan x={place.middle}>{point.amount}</tspan>
      <tspan x={place.middle} dy="13" class="number-line__by">
        {nameAndYear(point)}
      </tspan>
    </text>
  );
};

/** The same as the picture, for whoever reads it aloud. */
const Table = ({ points }: { readonly points: readonly NumberPoint[] }) => (
  <div class="number-line__table">
    <table>
      <thead>
        <tr>
          <th scope="col">{words.card.amount}</th>
          <th scope="col">{words.card.ofWhat}</th>
          <th scope="col">{words.card.givenBy}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={index} data-here={point.here}>
            <td>{point.amount}</td>
            <td>{point.of}</td>
            <td>
              {point.here ? words.thisArticle : [point.by, point.year].filter((part) => part !== null).join(comma)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Amounts of one unit on a line, this article's own the larger dot. */
export const NumberLine = ({ data }: { readonly data: NumberLineData }) => {
  const { points } = data;
  const at = spreadOver(
    points.map(({ value }) => value),
    inset,
    width - inset,
  );
  const labels = placeLabels(
    points.map((point, index) => ({ at: at[index] ?? 0, width: boxWidth(point) })),
    width,
  );
  const rows = (side: PlacedLabel['side']): number =>
    labels.reduce((most, label) => (label.side === side ? Math.max(most, label.row + 1) : most), 0);
  const line = rows('above') * rowHeight + 12;
  const height = line + rows('below') * rowHeight + 12;
  // The article's own point lies above others of the same amount.
  const drawn = [...points.keys()].sort((a, b) => Number(points[a]?.here) - Number(points[b]?.here));
  return (
    <figure class="number-line">
      <svg class="number-line__picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line class="number-line__axis" x1={inset / 2} x2={width - inset / 2} y1={line} y2={line} />
        {drawn.map((index) => (
          <circle
            key={index}
            class="number-line__point"
            data-here={points[index]?.here}
            cx={at[index]}
            cy={line}
            r={points[index]?.here === true ? 6.5 : 4.5}
          />
        ))}
        {points.map((point, index) => {
          const place = labels[index];
          return place === undefined ? null : <Label key={index} point={point} place={place} line={line} />;
        })}
      </svg>
      <Table points={data.points} />
      {data.counted.length > 1 ? (
        <figcaption class="number-line__caption">
          {words.card.differentThings({ things: data.counted.join('; ') })}
        </figcaption>
      ) : null}
    </figure>
  );
};
