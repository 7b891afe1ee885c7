import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputFault, linesOf } from './lines.ts';
import { type Reader, type RecordKind, toRecord } from './records.ts';
import { createTally } from './tally.ts';

/** In the order in which they are read. */
const kinds: Readonly<Record<string, RecordKind>> = {
  sources: 'source',
  entities: 'entity',
  facts: 'fact',
  claims: 'claim',
  reviews: 'review',
};

const kindWord = (file: string): string => /^[a-z]+/u.exec(basename(file).toLowerCase())?.[0] ?? '';

/** What a file holds, by the beginning of its name: `entities.jsonl`, `facts-2.csv`; null where that says nothing. */
export const kindByName = (file: string): RecordKind | null => kinds[kindWord(file)] ?? null;

/** Our own JSON Lines: a file, or a folder of them. */
export const readRecords: Reader = async function* (file, options) {
  for (const path of filesOf(file, ['jsonl', 'ndjson'])) {
    const kind = kindByName(path);
    if (kind === null)
      throw new InputFault(
        path,
        null,
        `is called after none of ${Object.keys(kinds).join(', ')}; of another kind of file --from says what it holds`,
      );
    const unknown = createTally<string>();
    for await (const { text, line } of linesOf(path)) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        throw new InputFault(path, line, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
      }
      const record = toRecord(kind, value, { file: path, line });
      for (const field of Object.keys(value as object)) if (!(field in record.record)) unknown.count(field);
      yield record;
    }
    if (unknown.total() > 0)
      options.say(`${path}: fields that no pack has: ${unknown.say((field, count) => `${field} (${count})`)}`);
  }
};

/** The file itself, or those of a folder whose names end so (packed ones too), each kind after the one that it builds on. */
export function filesOf(path: string, endings: readonly string[]): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const isWanted = new RegExp(`\\.(?:${endings.join('|')})(?:\\.gz)?$`, 'iu');
  const names = readdirSync(path)
    .filter((name) => isWanted.test(name))
    .sort();
  if (names.length === 0) throw new InputFault(path, null, `holds no file whose name ends in .${endings[0]}`);
  const order = Object.keys(kinds);
  const rankOf = (name: string): number => order.indexOf(kindWord(name));
  return names.toSorted((a, b) => rankOf(a) - rankOf(b)).map((name) => join(path, name));
}
