import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import './Section.css';

interface SectionProps {
  readonly title: string;
  /** "3 statements", at the end of the heading's line. */
  readonly note?: string | null;
  readonly children: ComponentChildren;
}

/** A part of a card, under a small heading. */
export const Section = ({ title, note = null, children }: SectionProps) => {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h3 class="section__head" id={id}>
        <span>{title}</span> {note === null ? null : <span class="section__note">{note}</span>}
      </h3>
      {children}
    </section>
  );
};

interface UnfoldProps<T> {
  readonly items: readonly T[];
  /** How many show at first; one more than that shows at once, since a button would take its place. */
  readonly first: number;
  readonly list: (shown: readonly T[]) => ComponentChildren;
}

/** A long list that shows its beginning, and all of it on demand. */
export const Unfold = <T,>({ items, first, list }: UnfoldProps<T>) => {
  const [open, setOpen] = useState(false);
  if (items.length <= first + 1) return <>{list(items)}</>;
  return (
    <>
      {list(open ? items : items.slice(0, first))}
      <button type="button" class="unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.showFewer : words.showAll({ count: items.length })}
      </button>
    </>
  );
};
