import { useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { nextInRow } from './roving.ts';
import { numberWords } from '../words.ts';
import './Tabs.css';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly count: number }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** What the open tab shows. */
  readonly children: ComponentChildren;
}

/** A row that does not fit goes on in a second one: two and two, not three and one. */
const pairsOf = <T,>(tabs: readonly T[]): readonly (readonly T[])[] =>
  tabs.flatMap((_, at) => (at % 2 === 0 ? [tabs.slice(at, at + 2)] : []));

/** Tabs after the ARIA pattern: one stop for Tab, arrows, Home and End to move between them. */
export const Tabs = <T extends string>({ label, tabs, value, onChange, children }: TabsProps<T>) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const rtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = nextInRow({ key: event.key, at, count: tabs.length, reading: rtl ? 'rtl' : 'ltr' });
    const tab = next === null ? undefined : tabs[next];
    if (tab === undefined || next === null) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div class="tabs-room">
        <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
          {pairsOf(tabs).map((pair) => (
            <span key={pair[0]?.value} class="tabs__pair" role="presentation">
              {pair.map((tab) => (
                <button
                  key={tab.value}
                  type="button"
                  role="tab"
                  id={`${id}-${tab.value}`}
                  class="tabs__tab"
                  aria-selected={tab.value === value}
                  aria-controls={`${id}-panel`}
                  tabIndex={tab.value === value ? 0 : -1}
                  onClick={() => onChange(tab.value)}
                >
                  {tab.label} <span class="tabs__count">{numberWords(tab.count)}</span>
                </button>
              ))}
            </span>
          ))}
        </div>
      </div>
      <div role="tabpanel" id={`${id}-panel`} class="tabs__panel" aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
};
