import type { EntityBrief } from '../../lib/model/card.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import { unreachable } from '../../lib/model/result.ts';
import { defaultSettings, type Settings } from '../../lib/model/settings.ts';
import type { CardView } from '../card/view.ts';
import { hostOf } from '../links.ts';
import type { Remote } from '../remote.ts';
import type { Counts } from './Counts.tsx';
import type { PageView } from './page-view.ts';

export type PanelTab = 'figures' | 'claims' | 'relations' | 'timeline';

/** How the lists of figures and claims are ordered. */
export interface PanelOrder {
  readonly figures: 'importance' | 'type';
  readonly claims: 'reading' | 'worth';
}

export interface PanelState {
  readonly page: PageView;
  readonly host: string | null;
  readonly address: string | null;
  readonly settings: Settings;
  readonly counts: Counts | null;
  readonly tab: PanelTab;
  readonly order: PanelOrder;
  readonly query: string;
  /** Null while nothing is searched for. */
  readonly results: Remote<readonly EntityBrief[]> | null;
  /** The card in place of the lists. */
  readonly open: CardView | null;
}

export type PanelEvent =
  /** Another tab or another page in it: what was looked at no longer stands. */
  | { readonly type: 'moved'; readonly address: string | null }
  | { readonly type: 'page'; readonly page: PageView }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'counts'; readonly counts: Counts }
  | { readonly type: 'tab'; readonly tab: PanelTab }
  | { readonly type: 'order'; readonly order: PanelOrder }
  | { readonly type: 'query'; readonly query: string }
  /** An answer says what it was asked, so that one that comes late is dropped. */
  | { readonly type: 'results'; readonly query: string; readonly results: Remote<readonly EntityBrief[]> }
  | { readonly type: 'open'; readonly view: CardView }
  | { readonly type: 'leave' };

export const firstPanel: PanelState = {
  page: { state: 'connecting' },
  host: null,
  address: null,
  settings: defaultSettings,
  counts: null,
  tab: 'figures',
  order: { figures: 'importance', claims: 'reading' },
  query: '',
  results: null,
  open: null,
};

export const readingOf = (page: PageView): PageReading | null => (page.state === 'analysed' ? page.reading : null);

/** Whether an open card still has its subject: clusters and claims are numbered anew at each analysis. */
const stillThere = (open: CardView | null, before: PageView, after: PageView): boolean => {
  if (open === null || open.kind === 'entity') return true;
  const [old, now] = [readingOf(before), readingOf(after)];
  if (old === null || now === null) return false;
  if (open.kind === 'claim') return old.claims[open.index]?.text === now.claims[open.index]?.text;
  const nameIn = (reading: PageReading) => reading.figures.find(({ cluster }) => cluster === open.cluster)?.name;
  return nameIn(old) !== undefined && nameIn(old) === nameIn(now);
};

export const panelState = (state: PanelState, event: PanelEvent): PanelState => {
  switch (event.type) {
    case 'moved':
      return {
        ...state,
        address: event.address,
        host: hostOf(event.address),
        page: { state: 'connecting' },
        open: null,
      };
    case 'page':
      return {
        ...state,
        page: event.page,
        open: stillThere(state.open, state.page, event.page) ? state.open : null,
      };
    case 'settings':
      return { ...state, settings: event.settings };
    case 'counts':
      return { ...state, counts: event.counts };
    case 'tab':
      return { ...state, tab: event.tab };
    case 'order':
      return { ...state, order: event.order };
    case 'query':
      return {
        ...state,
        query: event.query,
        results: event.query.trim() === '' ? null : (state.results ?? { state: 'loading' }),
      };
    case 'results':
      return event.query === state.query && event.query.trim() !== '' ? { ...state, results: event.results } : state;
    case 'open':
      return { ...state, open: event.view };
    case 'leave':
      return { ...state, open: null };
    default:
      return unreachable(event);
  }
};
