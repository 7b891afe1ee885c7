import type { LeftOut, LeftOutList, LeftOutReason } from '../../model/exchange.ts';
import type { ReadRow } from './lines.ts';

/** What is told one by one, each with the lines that it stands in; beyond, it is only counted. */
const mostListed = 100;
const mostLines = 6;
/** UTF-16 units of a name that is told. */
const longestName = 120;

/** Gathers what of a file stays out, the same from many lines as one. */
export interface LeftOutNotes {
  note(why: LeftOutReason, name: string, ...lines: readonly number[]): void;
  list(): LeftOutList;
}

export function createNotes(): LeftOutNotes {
  const noted = new Map<
    string,
    { -readonly [Field in keyof LeftOut]: LeftOut[Field] } & { readonly lines: number[] }
  >();
  let more = 0;
  return {
    note(why, name, ...lines) {
      const short = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
      const key = `${why} ${short}`;
      const known = noted.get(key) ?? { why, name: short, count: 0, lines: [] };
      if (known.count === 0 && noted.size === mostListed) {
        more += 1;
        return;
      }
      noted.set(key, known);
      known.count += lines.length;
      for (const line of lines)
        if (known.lines.length < mostLines && known.lines.at(-1) !== line) known.lines.push(line);
    },
    list: () => ({ listed: [...noted.values()], more }),
  };
}

/** For who reads a file a second time: all was noted the first time. */
export const unheard: LeftOutNotes = { note: () => undefined, list: () => ({ listed: [], more: 0 }) };

/** Whether a row is the first of the file under its key; of the others it is noted that they stay out. */
export function createFirsts({ note }: LeftOutNotes): (row: ReadRow) => boolean {
  const firsts = new Map<string, number>();
  return ({ table, row, line }) => {
    const key = ownText(`${table}/${row.id}`);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, line);
      return true;
    }
    const { id, name } = row;
    const said = typeof name === 'string' ? `${name} (${id})` : id;
    // The first is told once, with the second.
    if (first > 0) note('twice', said, first, line);
    else note('twice', said, line);
    firsts.set(key, 0);
    return false;
  };
}

/** The same letters without the piece of the file that they were cut from, which they would keep in memory. */
const ownText = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** Whether the rows of each table lie together and in the order of their keys, so that none comes twice. */
export function createOrder(): { readonly see: (row: ReadRow) => void; readonly holds: () => boolean } {
  const tables = new Set<string>();
  let last: ReadRow | null = null;
  let holds = true;
  return {
    see(row) {
      if (last?.table === row.table ? row.row.id <= last.row.id : tables.has(row.table)) holds = false;
      tables.add(row.table);
      last = row;
    },
    holds: () => holds,
  };
}
