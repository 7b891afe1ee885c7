import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { nextInList } from '../parts/roving.ts';
import { numberWords } from '../words.ts';
import './RowList.css';

const rowsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-row]')];

/** Moves the focus from row to row, over the groups, with the arrow keys, Home and End. */
const moveByKey = (event: KeyboardEvent): void => {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const rows = rowsIn(list);
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? null : nextInList({ key: event.key, at, count: rows.length });
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
};

/** Groups of rows; the arrow keys run through them all. */
export const RowList = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="row-list" data-rows onKeyDown={moveByKey}>
    {children}
  </div>
);

interface RowGroupProps {
  readonly title: string;
  readonly count?: number | null;
  readonly rows: readonly ComponentChildren[];
}

/** Rows whose heading is seen elsewhere, so that it is only read out here. */
export const PlainRows = ({ title, rows }: { readonly title: string; readonly rows: readonly ComponentChildren[] }) => (
  <>
    <h2 class="unseen">{title}</h2>
    <Rows rows={rows} />
  </>
);

const Rows = ({ rows }: { readonly rows: readonly ComponentChildren[] }) => (
  <ul>
    {rows.map((row, index) => (
      <li key={index}>{row}</li>
    ))}
  </ul>
);

export const RowGroup = ({ title, count = null, rows }: RowGroupProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 class="row-list__title" id={id}>
        {title} {count === null ? null : <span class="row-list__count">{numberWords(count)}</span>}
      </h2>
      <Rows rows={rows} />
    </section>
  );
};

/** From the search field into the list. */
export const focusFirstRow = (from: HTMLElement): void => {
  const list = from.closest('[data-panel]')?.querySelector<HTMLElement>('[data-rows]') ?? null;
  if (list !== null) rowsIn(list)[0]?.focus();
};
