import { overlapOf, plainWords } from '../../text/sketch.ts';
import { addressKey, hostOf } from '../article-urls.ts';
import type { SourceRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** Texts of one outlet that resemble each other so much are one article at two addresses. */
const sameText = 0.8;

/** The source as which an article is kept already: by one of its addresses, else by its outlet and text; null if new. */
export async function findKept(database: StoreDatabase, draft: SourceRow): Promise<SourceRow | null> {
  const { sources } = database;
  const byAddress = await sources
    .where('addresses')
    .anyOf(draft.addresses ?? [])
    .first();
  if (byAddress !== undefined) return byAddress;
  const alike = await sources
    .where('traits')
    .anyOf(draft.traits ?? [])
    .distinct()
    .toArray();
  return alike.find((row) => isSameOutlet(row, draft) && resembles(row, draft)) ?? null;
}

const resembles = ({ reading: a }: SourceRow, { reading: b }: SourceRow): boolean =>
  a !== undefined && b !== undefined && overlapOf(a.sketch, b.sketch).resemblance >= sameText;

/** Whether it was read on another site than that of the address which it gives as its own: a copy, or what says it is one. */
export const isElsewhere = ({ url, reading }: SourceRow): boolean =>
  url !== null && reading !== undefined && reading.address !== addressKey(url);

/** Whether one was read at the address that both give as theirs, the other elsewhere, and the two are not one text. */
export const isPosing = (a: SourceRow, b: SourceRow): boolean =>
  a.reading !== undefined &&
  b.reading !== undefined &&
  isElsewhere(a) !== isElsewhere(b) &&
  overlapOf(a.reading.sketch, b.reading.sketch).containment < sameText;

interface Outlet {
  readonly publisher: string | null;
  readonly url: string | null;
}

/**
 * Whether two articles are of one outlet: by its name, of which one may be a part of the other ("BBC", "BBC News"), and
 * where either has none by its site.
 */
export function isSameOutlet(a: Outlet, b: Outlet): boolean {
  const [mine, theirs] = [plainOutlet(a), plainOutlet(b)];
  if (mine !== '' && theirs !== '') return `${mine} `.startsWith(`${theirs} `) || `${theirs} `.startsWith(`${mine} `);
  const host = hostOf(a.url);
  return host !== null && host === hostOf(b.url);
}

const plainOutlet = ({ publisher }: Outlet): string =>
  plainWords(publisher ?? '')
    .join(' ')
    .replace(/^the (?=.)/u, '')
    .replace(/ (?:com|org|net)$/u, '');
