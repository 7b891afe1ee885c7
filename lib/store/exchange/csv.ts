import Papa from 'papaparse';
import { type Entity, entityTypes } from '../../model/entity.ts';
import type { ImportFailure } from '../../model/exchange.ts';
import { asEntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Incoming } from './import.ts';
import { type ExportRow, inBatches } from './lines.ts';
import type { PortableEntity } from './portable.ts';

/** What separates several values in one cell. */
const separator = ' | ';

/** A cell that begins like a formula is one to a spreadsheet: it is written so that it stays text. */
const unparse = (rows: readonly object[]): string => Papa.unparse([...rows], { escapeFormulae: true, newline: '\r\n' });

export const entitiesCsv = (entities: readonly PortableEntity[]): string =>
  unparse(
    entities.map(({ entity }) => ({
      id: entity.id,
      type: entity.type,
      name: entity.name,
      aliases: entity.aliases
        .map(({ text }) => text)
        .filter((text) => text !== entity.name)
        .join(separator),
      description: entity.description,
      gender: entity.gender ?? '',
      sameAs: (entity.sameAs ?? []).join(separator),
    })),
  );

export const claimsCsv = (claims: readonly StoredClaimWithSource[]): string =>
  unparse(
    claims.map(({ claim, source }) => ({
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
    })),
  );

/** Takes back what `unparse` put before such a cell. */
const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, '');

/** Entities of a table with a column `name`; all others may be missing. */
export function fromEntitiesCsv(text: string, newId: () => string): Result<Incoming, ImportFailure> {
  const parsed = Papa.parse<Readonly<Record<string, string>>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transform: unescaped,
  });
  const [fault] = parsed.errors;
  if (fault !== undefined && fault.type !== 'Delimiter')
    return failed({ code: 'ExportMalformed', line: (fault.row ?? 0) + 2, detail: fault.message });
  if (parsed.meta.fields?.includes('name') !== true)
    return failed({ code: 'NotAnExport', detail: 'it has no column called name' });
  const rows: ExportRow[] = [];
  for (const [at, record] of parsed.data.entries()) {
    const name = (record['name'] ?? '').trim();
    if (name === '') return failed({ code: 'ExportMalformed', line: at + 2, detail: 'a row without a name' });
    const entity = toEntity(record, name, newId);
    if (typeof entity === 'string') return failed({ code: 'ExportMalformed', line: at + 2, detail: entity });
    rows.push({ table: 'entities', row: { ...entity } });
  }
  return rows.length === 0
    ? failed({ code: 'NotAnExport', detail: 'it has no rows' })
    : ok({ format: 'CSV', created: null, rows: rows.length, batches: () => inBatches(rows) });
}

const many = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What is wrong with it, where something is. */
function toEntity(record: Readonly<Record<string, string>>, name: string, newId: () => string): Entity | string {
  const kind = (record['type'] ?? '').trim();
  const type = kind === '' ? 'other' : entityTypes.find((each) => each === kind);
  if (type === undefined) return `${kind} is no type (${entityTypes.join(', ')})`;
  const id = (record['id'] ?? '').trim();
  if (id !== '' && !/^[a-z][a-z0-9.-]*:[!-~]+$/u.test(id)) return `${id} is no id`;
  const gender = record['gender'];
  const sameAs = many(record['sameAs']).filter((url) => /^https?:\/\//iu.test(url));
  return {
    id: asEntityId(id === '' ? `local:e-${newId()}` : id),
    type,
    name: name.slice(0, 300),
    aliases: many(record['aliases']).map((alias) => ({ text: alias.slice(0, 300) })),
    description: (record['description'] ?? '').trim().slice(0, 4_000),
    ...(gender === 'female' || gender === 'male' ? { gender } : {}),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}
