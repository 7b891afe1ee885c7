import { comma } from '../words.ts';
import { words } from '../../lib/i18n/words.ts';
import { placeLabels, spreadOver, type PlacedLabel } from './number-line-layout.ts';
import type { NumberLineData, NumberPoint } from './number-lines.ts';
import './NumberLine.css';

const width = 340;
const inset = 14;
const rowHeight = 32;
/** From the line to the first row's letters. */
const drop = 12;

/** About how wide letters are at 11.5 px in any of the fonts that may be there; those of the article's own are bold. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (wide.test(letter) ? 11.5 : broad.test(letter) ? 9.5 : 6.8), 0);
const wide = /[\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60%]/u;
const broad = /[\p{Lu}@&]/u;
const boldness = 1.1;

/** Of an outlet's name, so that with its time it takes half of the line; the statements below have it whole. */
const longestName = 118;

function shortened(name: string): string {
  if (widthOf(name) <= longestName) return name;
  const letters = Array.from(name);
  while (widthOf(letters.join('')) > longestName - 8) letters.pop();
  const cut = letters.join('');
  // At the end of a word, unless too little of the name would be left.
  const whole = cut.replace(/[\s\p{P}]+[^\s\p{P}]*$/u, '').replace(/[\s\p{P}\p{N}]+$/u, '');
  return `${whole.length * 2 > cut.length ? whole : cut.trimEnd()}…`;
}

const nameAndTime = ({ by, when }: NumberPoint): string => {
  const name = shortened(by);
  return when === null ? name : `${name}, ${when}`;
};

const boxWidth = (point: NumberPoint): number =>
  Math.max(widthOf(point.amount), widthOf(nameAndTime(point))) * (point.here ? boldness : 1);

/** Where the two lines of a label begin. */
const topOf = ({ side, row }: PlacedLabel, line: number): number =>
  side === 'below' ? line + drop + 9 + row * rowHeight : line - drop - 14 - row * rowHeight;

interface LabelProps {
  readonly point: NumberPoint;
  readonly place: PlacedLabel;
  readonly line: number;
}

interface LeaderProps {
  readonly place: PlacedLabel;
  readonly at: number;
  readonly line: number;
}

const Label = ({ point, place, line }: LabelProps) => (
  <text class="number-line__label" data-here={point.here} data-side={place.side} y={topOf(place, line)}>
    <tspan x={place.edge}>{point.amount}</tspan>
    <tspan x={place.edge} dy="13" class="number-line__by">
      {nameAndTime(point)}
    </tspan>
  </text>
);

/** From a point to the far end of its label. */
const Leader = ({ place, at, line }: LeaderProps) => {
  const top = topOf(place, line);
  return (
    <line class="number-line__leader" x1={at} x2={at} y1={line} y2={place.side === 'below' ? top + 13 : top - 9} />
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
              {point.here ? words.thisArticle : [point.by, point.when].filter((part) => part !== null).join(comma)}
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
  const line = rows('above') * rowHeight + drop;
  const height = line + rows('below') * rowHeight + drop;
  // The article's own point lies above others of the same amount.
  const drawn = [...points.keys()].sort((a, b) => Number(points[a]?.here) - Number(points[b]?.here));
  return (
    <figure class="number-line">
      <svg class="number-line__picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {labels.map((place, index) => (
          <Leader key={index} place={place} at={at[index] ?? 0} line={line} />
        ))}
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
