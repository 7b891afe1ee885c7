import { type ComponentChildren, Fragment } from 'preact';
import './Parted.css';

/** A text, or what stands for it where it is made of several. */
export type Part = string | { readonly text: string; readonly shown: ComponentChildren };

interface PartedProps {
  /** What is null or empty is left out. */
  readonly parts: readonly (Part | null)[];
  /** The last part is worth less, or more, than the others. */
  readonly lastClass?: string;
}

const textOf = (part: Part | null): string => (typeof part === 'string' ? part : (part?.text ?? ''));

/**
 * Parts in one line with dots between them, each in its own direction. A part that does not fit behind the one before it
 * begins a line, however long it is: no dot stands at the end or the beginning of one.
 */
export const Parted = ({ parts, lastClass = '' }: PartedProps) => {
  const shown = parts.filter((part) => part !== null && textOf(part) !== '');
  const classOf = (at: number): string =>
    `parted__part ${at === 0 ? '' : 'is-later'} ${at === shown.length - 1 ? lastClass : ''}`.trim();
  return (
    <span class="parted">
      {shown.map((part, at) => (
        <Fragment key={at}>
          {at === 0 ? '' : ' '}
          <span class={classOf(at)}>
            {at === 0 ? null : <span class="parted__dot">· </span>}
            <bdi>{typeof part === 'string' ? part : part?.shown}</bdi>
          </span>
        </Fragment>
      ))}
    </span>
  );
};
