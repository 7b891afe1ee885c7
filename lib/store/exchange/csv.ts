import Papa from 'papaparse';
import { escapeFormulas } from '../../model/export-escapes.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { PortableEntity } from './portable.ts';

/** What separates several values in one cell. */
export const separator = ' | ';

const newline = '\r\n';

/** Lines of a table, each with its end. */
const unparse = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : Papa.unparse(
        rows.map((cells) => cells.map(escapeFormulas)),
        { newline },
      ) + newline;

export const entityColumns = ['id', 'type', 'name', 'aliases', 'description', 'gender', 'sameAs'] as const;

export const claimColumns = [
  'id',
  'kind',
  'text',
  'quote',
  'speaker',
  'speakerName',
  'about',
  'quantities',
  'saidAt',
  'title',
  'publisher',
  'url',
] as const;

export const headLine = (columns: readonly string[]): string => unparse([columns]);

export const entityLines = (entities: readonly PortableEntity[]): string =>
  unparse(
    entities.map(({ entity }) => [
      entity.id,
      entity.type,
      entity.name,
      entity.aliases
        .map(({ text }) => text)
        .filter((text) => text !== entity.name)
        .join(separator),
      entity.description,
      entity.gender ?? '',
      (entity.sameAs ?? []).join(separator),
    ]),
  );

export type ClaimColumn = (typeof claimColumns)[number];

/** What a claim's line has in each column. */
export const claimCells = ({ claim, source }: StoredClaimWithSource): Readonly<Record<ClaimColumn, string>> => ({
  id: claim.id,
  kind: claim.kind,
  text: claim.text,
  quote: claim.quote ?? '',
  speaker: claim.speaker ?? '',
  speakerName: claim.speakerName ?? '',
  about: claim.about.join(separator),
  quantities: claim.quantities.map(({ value, unit, of }) => `${value} ${unit} ${of}`.trim()).join(separator),
  saidAt: claim.saidAt ?? '',
  title: source.title,
  publisher: source.publisher ?? '',
  url: source.url ?? '',
});

export const claimLines = (claims: readonly StoredClaimWithSource[]): string =>
  unparse(
    claims.map((claim) => {
      const cells = claimCells(claim);
      return claimColumns.map((column) => cells[column]);
    }),
  );
