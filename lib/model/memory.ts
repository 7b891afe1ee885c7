/** What is to be forgotten of what was read. */
export type Forgetting =
  /** A page under any of its addresses. */
  | { readonly kind: 'page'; readonly urls: readonly string[] }
  /** Pages of a host and of the hosts under it. */
  | { readonly kind: 'site'; readonly host: string }
  /** Pages whose first or last reading fell into the span (epoch milliseconds, the end not included). */
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' };

/** A page that was kept. */
export interface RememberedPage {
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  /** Epoch milliseconds. */
  readonly firstReadAt: number;
  readonly readAt: number;
  readonly claims: number;
}

/** Pages kept, the last read first. */
export interface RememberedPages {
  readonly pages: readonly RememberedPage[];
  /** How many are kept altogether. */
  readonly total: number;
}
