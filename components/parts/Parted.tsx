import { Fragment } from 'preact';
import './Parted.css';

interface PartedProps {
  /** What is null or empty is left out. */
  readonly parts: readonly (string | null)[];
  /** The last part is worth less, or more, than the others. */
  readonly lastClass?: string;
}

/** Characters; what is no longer than that goes to the next line as a whole. */
const short = 28;

const noBreak = '\u00a0';

const isShort = (part: string | null): boolean => part !== null && part.length <= short;

/** Parts in one line with dots between them, each in its own direction; no dot is left alone at the end of a line. */
export const Parted = ({ parts, lastClass = '' }: PartedProps) => {
  const shown = parts.filter((part) => part !== null && part !== '');
  const classOf = (part: string | null, at: number): string => {
    const whole = at > 0 && isShort(part) ? 'is-whole' : '';
    return `parted__part ${whole} ${at === shown.length - 1 ? lastClass : ''}`.trim();
  };
  return (
    <span class="parted">
      {shown.map((part, at) => (
        <Fragment key={at}>
          {at === 0 ? '' : ' '}
          <span class={classOf(part, at)}>
            {at === 0 ? null : <span class="parted__dot">·{isShort(part) ? ' ' : noBreak}</span>}
            <bdi>{part}</bdi>
          </span>
        </Fragment>
      ))}
    </span>
  );
};
