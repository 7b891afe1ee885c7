import { words } from '../../lib/i18n/words.ts';
import { colon } from '../words.ts';
import { dateWords } from '../dates.ts';
import './Timeline.css';
import { placesOf, spansTime, type TimelinePoint } from './timeline.ts';

const width = 340;
const inset = 12;
const dot = 4.5;
const rowHeight = 12;
/** Points beyond these would stand higher than they can be told apart. */
const mostRows = 5;

/** The same as the picture, for whoever reads it aloud. */
const Table = ({ points }: { readonly points: readonly TimelinePoint[] }) => (
  <div class="timeline__table">
    <table>
      <thead>
        <tr>
          <th scope="col">{words.evidence.date}</th>
          <th scope="col">{words.evidence.said}</th>
          <th scope="col">{words.evidence.outlet}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={index}>
            <td>{dateWords(point.date)}</td>
            <td>{point.text}</td>
            <td>{point.by ?? words.thisArticle}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Statements along a line of time, the article's own the larger dots; nothing where they are all of one day. */
export const Timeline = ({ points }: { readonly points: readonly TimelinePoint[] }) => {
  if (!spansTime(points)) return null;
  const places = placesOf(
    points.map(({ date }) => date),
    { from: inset, to: width - inset, apart: dot * 2.6 },
  );
  const rows = Math.min(mostRows, Math.max(...places.map(({ row }) => row)) + 1);
  const line = rows * rowHeight + 4;
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure class="timeline">
      <svg class="timeline__picture" viewBox={`0 0 ${width} ${line + 22}`} aria-hidden="true">
        <line class="timeline__axis" x1={inset / 2} x2={width - inset / 2} y1={line} y2={line} />
        {points.map((point, index) => {
          const place = places[index] ?? { x: 0, row: 0 };
          return (
            <circle
              key={index}
              class="timeline__point"
              data-here={point.isHere}
              cx={place.x}
              cy={line - Math.min(place.row, mostRows - 1) * rowHeight}
              r={point.isHere ? dot + 1.5 : dot}
            >
              <title>{`${dateWords(point.date)}${colon}${point.text}`}</title>
            </circle>
          );
        })}
        <text class="timeline__label" x={inset / 2} y={line + 18}>
          {first === undefined ? '' : dateWords(first.date)}
        </text>
        <text class="timeline__label timeline__label--end" x={width - inset / 2} y={line + 18}>
          {last === undefined ? '' : dateWords(last.date)}
        </text>
      </svg>
      <Table points={points} />
    </figure>
  );
};
