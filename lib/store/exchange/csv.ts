import Papa from 'papaparse';
import { escapeFormulas } from '../../model/export-escapes.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { claimCells, claimColumns, separator } from './columns.ts';
import type { PortableEntity } from './portable.ts';

const newline = '\r\n';

/** Lines of a table, each with its end. */
const unparse = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : Papa.unparse(
        rows.map((cells) => cells.map(escapeFormulas)),
        { newline },
      ) + newline;

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

export const claimLines = (claims: readonly StoredClaimWithSource[]): string =>
  unparse(
    claims.map((claim) => {
      const cells = claimCells(claim);
      return claimColumns.map((column) => cells[column]);
    }),
  );
