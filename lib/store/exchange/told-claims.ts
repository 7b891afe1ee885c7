import { asClaimId, type EntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { toOwnSource } from '../edit/facts.ts';
import { withSources } from '../gather.ts';
import { type ClaimRow, gistOf, momentKey, nameSubject, type SourceRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { claimCells, type ClaimColumn, claimColumns } from './columns.ts';
import type { ToldClaim } from './csv-claim.ts';
import type { ExportRow } from './lines.ts';

/**
 * Claims of a table beside those that the store has under their ids: a cell that says what is there leaves it as it is,
 * with what a cell has no place for.
 */
export interface ToldClaims {
  /** Reads what the store has of these; the first time that the file is read. */
  look(told: readonly ToldClaim[]): Promise<void>;
  /** How many sources the store has not yet that were looked at. */
  sources(): number;
  /** One pass through the file: rows of claims, each source once. Asks the database nothing. */
  pass(): (told: readonly ToldClaim[]) => Promise<readonly ExportRow[]>;
}

export function createToldClaims(database: StoreDatabase): ToldClaims {
  const known = new Map<string, StoredClaimWithSource>();
  const lacking = new Set<string>();
  const completeAll = (told: readonly ToldClaim[]) =>
    Promise.all(told.map((claim) => toRow(claim, known.get(claim.id))));
  return {
    async look(told) {
      if (told.length === 0) return;
      const rows = await database.claims.bulkGet(told.map(({ id }) => asClaimId(id)));
      const found = await withSources(
        database,
        rows.filter((row) => row !== undefined),
      );
      for (const claim of found) known.set(claim.claim.id, claim);
      const wanted = (await completeAll(told)).flatMap(({ source }) => source?.id ?? []);
      const present = await database.sources.bulkGet(wanted);
      for (const [at, id] of wanted.entries()) if (present[at] === undefined) lacking.add(id);
    },
    sources: () => lacking.size,
    pass() {
      const rest = new Set(lacking);
      return async (told) =>
        (await completeAll(told)).flatMap(({ row, source }) =>
          source !== null && rest.delete(source.id) ? [row, { table: 'sources', row: { ...source } }] : [row],
        );
    },
  };
}

interface CompleteClaim {
  readonly row: ExportRow;
  /** Null where it stays with the one that it has. */
  readonly source: SourceRow | null;
}

async function toRow(told: ToldClaim, known: StoredClaimWithSource | undefined): Promise<CompleteClaim> {
  const written = known === undefined ? null : claimCells(known);
  const says = new Set(
    claimColumns.filter((column) => {
      const cell = told.cells[column];
      return cell !== undefined && (written === null || plain(cell) !== plain(written[column]));
    }),
  );
  if (known !== undefined && says.size === 0) {
    const row = { ...known.claim };
    return { row: { table: 'claims', row, shown: row }, source: null };
  }
  const source = await sourceOf(told, known, says);
  const row = known === undefined ? fresh(told) : changed(told, known.claim as ClaimRow, says);
  return { row: { table: 'claims', row: { ...row, source: source?.id ?? known?.claim.source } }, source };
}

const plain = (cell: string): string => cell.replaceAll(/\s+/gu, ' ').trim();

type Says = ReadonlySet<ClaimColumn>;
type Claim = Omit<ClaimRow, 'source'>;

const fresh = (told: ToldClaim): Claim =>
  found({
    id: asClaimId(told.id),
    text: told.text,
    kind: told.kind ?? (told.quote === '' ? 'assertion' : 'quote'),
    ...(told.quote === '' ? {} : { quote: told.quote }),
    speaker: told.speaker,
    ...(told.speakerName === '' ? {} : { speakerName: told.speakerName }),
    about: told.about,
    quantities: told.quantities,
    saidAt: told.saidAt === '' ? null : told.saidAt,
  });

function changed(told: ToldClaim, known: ClaimRow, says: Says): Claim {
  const { quote, speakerName, spoken, ...rest } = known;
  const saidQuote = says.has('quote') ? told.quote : (quote ?? '');
  const saidName = says.has('speakerName') ? told.speakerName : (speakerName ?? '');
  const claim = {
    ...rest,
    text: told.text,
    kind: says.has('kind') ? (told.kind ?? known.kind) : known.kind,
    ...(saidQuote === '' ? {} : { quote: saidQuote }),
    speaker: says.has('speaker') ? told.speaker : known.speaker,
    ...(saidName === '' ? {} : { speakerName: saidName }),
    about: says.has('about') ? told.about : known.about,
    quantities: says.has('quantities') ? told.quantities : known.quantities,
    saidAt: says.has('saidAt') ? (told.saidAt === '' ? null : told.saidAt) : known.saidAt,
  };
  const isFoundAnew = (['speaker', 'speakerName', 'about', 'saidAt'] as const).some((column) => says.has(column));
  if (isFoundAnew) return found(claim);
  return { ...claim, ...(spoken === undefined ? {} : { spoken }), gist: gistOf(claim.text) };
}

/** With what it is found by. */
function found(claim: Omit<Claim, 'by' | 'spoken'>): Claim {
  const { speaker, speakerName, about, saidAt, text } = claim;
  const everybody = new Set<EntityId>([...(speaker === null ? [] : [speaker]), ...about]);
  const folded = foldForSearch(speakerName ?? '');
  const whom = speaker ?? (folded === '' ? null : nameSubject(folded));
  return {
    ...claim,
    gist: gistOf(text),
    ...(whom === null ? {} : { spoken: momentKey(whom, saidAt) }),
    by: [...everybody].map((id) => momentKey(id, saidAt)),
  };
}

/** Null where it stays with the one that it has. */
async function sourceOf(
  told: ToldClaim,
  known: StoredClaimWithSource | undefined,
  says: Says,
): Promise<SourceRow | null> {
  if (known !== undefined && !says.has('title') && !says.has('publisher') && !says.has('url')) return null;
  const before = known?.source;
  const url = says.has('url') ? (told.url === '' ? null : told.url) : (before?.url ?? null);
  const title = says.has('title') ? told.title : (before?.title ?? '');
  const publisher = says.has('publisher') ? told.publisher : (before?.publisher ?? '');
  const { authors = [], publishedAt = null } = before ?? {};
  const own = await toOwnSource({ title, url });
  return { ...own, publisher: publisher === '' ? null : publisher, authors, publishedAt, readAt: 0, contentHash: '' };
}
