import { type ComponentChildren, Fragment } from 'preact';
import './Parted.css';

/** A text, or what stands for it where it is made of several. */
type Part = string | { readonly text: string; readonly shown: ComponentChildren };

interface PartedProps {
  /** What is null or empty is left out. */
  readonly parts: readonly (Part | null)[];
  /** The last part is worth less, or more, than the others. */
  readonly lastClass?: string;
}

/** Characters; what is no longer than that goes to the next line as a whole. */
const short = 28;

const noBreak = '\u00a0';

const textOf = (part: Part | null): string => (typeof part === 'string' ? part : (part?.text ?? ''));
const isShort = (part: Part | null): boolean => textOf(part).length <= short;

/** Parts in one line with dots between them, each in its own direction; no dot is left alone at the end of a line. */
export const Parted = ({ parts, lastClass = '' }: PartedProps) => {
  const shown = parts.filter((part) => part !== null && textOf(part) !== '');
  const classOf = (part: Part | null, at: number): string => {
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
            <bdi>{typeof part === 'string' ? part : part?.shown}</bdi>
          </span>
        </Fragment>
      ))}
    </span>
  );
};
