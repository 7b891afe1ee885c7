import { asEntityId } from '../../../lib/model/ids.ts';
import type { Device } from '../devices.ts';
import { oneOf } from './chance.ts';
import { Ledger, type Token, tokensIn, tokensKnown } from './ledger.ts';

/** Whose records a run is about: things that one device made, edits that any device makes, texts. */
export const recordsOf = { entities: 100, overlays: 60, notes: 40 } as const;
type Table = keyof typeof recordsOf;

const tables: readonly Table[] = [
  ...Array<Table>(5).fill('entities'),
  ...Array<Table>(3).fill('overlays'),
  ...Array<Table>(2).fill('notes'),
];

export interface Author {
  readonly device: Device;
  /** Which of the devices it is. */
  readonly nth: number;
  readonly ledger: Ledger;
  readonly chance: () => number;
}

let words = 0;

/** Some edits of one device's reader, in one transaction. */
export async function makeEdits(author: Author, count: number): Promise<void> {
  const { database } = author.device;
  const { entities, overlays, notes, syncRecords } = database;
  const done: (() => void)[] = [];
  await database.transaction('rw', [entities, overlays, notes, syncRecords], async () => {
    for (let nth = 0; nth < count; nth += 1) done.push(await makeEdit(author));
  });
  // What was not saved was not written.
  for (const note of done) note();
}

interface Change {
  readonly row: object;
  readonly wrote: readonly Token[];
  readonly replaced: readonly Token[];
}

async function makeEdit(author: Author): Promise<() => void> {
  const { device, nth, ledger, chance } = author;
  const table = oneOf(chance, tables);
  const number = Math.floor(chance() * recordsOf[table]);
  const rows = device.database.table<Record<string, unknown>, string>(table);
  const others = (await rows.toCollection().primaryKeys()) as string[];
  // What is not here can be made by the one whose it is; an edit of a pack's entry may be begun by anybody.
  const own = `${table}-${table === 'overlays' ? number : number - (number % 4) + nth}`;
  const id = others.length > 0 && chance() < 0.7 ? oneOf(chance, others) : own;
  const before = await rows.get(id);
  const state = (await device.database.syncRecords.get([table, id]))?.state;
  // Deleted here: nobody makes a record of the same name anew.
  if (before === undefined && state !== undefined) return makeEdit(author);
  if (before !== undefined && chance() < 0.02) {
    await rows.delete(id);
    return () => ledger.noteDeletion({ table, id }, tokensKnown(state));
  }
  words += 1;
  const { row, wrote, replaced } = changes[table](before ?? blank(table, id), `w${words}d${nth}`, chance);
  await rows.put(row as Record<string, unknown>);
  return () => ledger.noteEdit({ table, id }, { wrote, replaced });
}

function blank(table: Table, id: string): Record<string, unknown> {
  switch (table) {
    case 'entities':
      return { id: asEntityId(id), type: 'person', name: 'new', aliases: [], description: '' };
    case 'overlays':
      return { id: asEntityId(id), fields: {}, addedAliases: [], removedAliases: [], isHidden: false, changedAt: 0 };
    case 'notes':
      return { id, subject: 'entities-1', text: '', changedAt: 0 };
  }
}

type Make = (before: Record<string, unknown>, word: Token, chance: () => number) => Change;

const changes: Readonly<Record<Table, Make>> = {
  entities: (before, word, chance) => {
    const roll = chance();
    if (roll < 0.4) return setField(before, 'name', word);
    if (roll < 0.7) return setField(before, 'description', word);
    return changeList(before, 'aliases', { word, chance });
  },
  overlays: (before, word, chance) => {
    if (chance() < 0.4) return changeList(before, 'addedAliases', { word, chance });
    const fields = before['fields'] as Record<string, unknown>;
    const { row, ...rest } = setField(fields, chance() < 0.5 ? 'name' : 'description', word);
    return { ...rest, row: { ...before, fields: row } };
  },
  notes: (before, word) => setField(before, 'text', word),
};

const setField = (before: Record<string, unknown>, field: string, word: Token): Change => ({
  row: { ...before, [field]: word },
  wrote: [word],
  replaced: tokensIn(before[field]),
});

function changeList(
  before: Record<string, unknown>,
  field: string,
  { word, chance }: { readonly word: Token; readonly chance: () => number },
): Change {
  const items = before[field] as readonly { readonly text: string }[];
  if (items.length === 0 || chance() < 0.7)
    return { row: { ...before, [field]: [...items, { text: word }] }, wrote: [word], replaced: [] };
  const gone = oneOf(chance, items);
  return { row: { ...before, [field]: items.filter((item) => item !== gone) }, wrote: [], replaced: tokensIn(gone) };
}
