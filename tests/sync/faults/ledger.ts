import { findConflicts } from '../../../lib/merge/conflicts.ts';
import { lifeOf, type RecordState } from '../../../lib/merge/record.ts';
import type { StoreDatabase } from '../../../lib/store/schema.ts';
import { readRecords } from '../devices.ts';

/** A word that no other edit ever wrote, so that it can be looked for. */
export type Token = string;

export interface Place {
  readonly table: string;
  readonly id: string;
}

const keyOf = ({ table, id }: Place): string => `${table} ${id}`;

/** Words in any value, however deep. */
export const tokensIn = (value: unknown): readonly Token[] =>
  JSON.stringify(value ?? null).match(/\bw\d+d\d+\b/gu) ?? [];

/** What was written, and what somebody replaced or deleted who saw it: an account that knows nothing of merging. */
export class Ledger {
  readonly written = new Map<Token, Place>();
  readonly replaced = new Set<Token>();
  readonly created = new Set<string>();
  readonly #deleted = new Map<string, Set<Token>>();
  edits = 0;

  noteEdit(place: Place, { wrote, replaced }: { wrote: readonly Token[]; replaced: readonly Token[] }): void {
    this.edits += 1;
    this.created.add(keyOf(place));
    for (const token of wrote) this.written.set(token, place);
    for (const token of replaced) this.replaced.add(token);
  }

  noteDeletion(place: Place, known: readonly Token[]): void {
    this.edits += 1;
    this.#deleted.set(keyOf(place), new Set([...(this.#deleted.get(keyOf(place)) ?? []), ...known]));
  }

  /** What a device has lost, in words; nothing where all is well. */
  async findLosses(database: StoreDatabase): Promise<Losses> {
    const records = await readRecords(database);
    const states = new Map(records.map((record) => [keyOf(record), record.state]));
    const shown = new Set<Token>();
    for (const table of ['entities', 'overlays', 'notes'] as const)
      for (const row of (await database.table(table).toArray()) as object[])
        for (const token of tokensIn(row)) shown.add(token);
    for (const { state } of records) for (const token of tokensInConflicts(state)) shown.add(token);
    // What was made and deleted before anybody heard of it need not travel.
    const lostRecords = [...this.created].filter((key) => !states.has(key) && !this.#deleted.has(key));
    const lostValues = [...this.written]
      .filter(([token]) => !this.replaced.has(token) && !shown.has(token))
      .filter(([token, place]) => !this.#isKnowinglyDeleted(token, place, states.get(keyOf(place))));
    const texts = ((await database.notes.toArray()) as { readonly text: string }[]).flatMap(({ text }) =>
      tokensIn(text),
    );
    return {
      records: lostRecords,
      values: lostValues.map(([token, place]) => `${token} of ${keyOf(place)}`),
      doubled: [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))].map(
        (text) => `${text}: ${JSON.stringify(records.filter((record) => tokensIn(record).includes(text)))}`,
      ),
    };
  }

  /** Whoever deleted it knew of this value; a text that parted may have been deleted as a note of its own. */
  #isKnowinglyDeleted(token: Token, place: Place, state: RecordState | undefined): boolean {
    const isGone = state === undefined || lifeOf(state) === 'deleted' || place.table === 'notes';
    return isGone && [...this.#deleted].some(([key, known]) => key.startsWith(keyOf(place)) && known.has(token));
  }
}

export interface Losses {
  readonly records: readonly string[];
  readonly values: readonly string[];
  /** Each with the records that have it, as a run of its kind may not come again. */
  readonly doubled: readonly string[];
}

function tokensInConflicts(state: RecordState): readonly Token[] {
  return findConflicts(state).flatMap((conflict) =>
    conflict.kind === 'values' ? conflict.lost.flatMap(({ value }) => tokensIn(value)) : [],
  );
}

/** Words that whoever deletes a record now knows of: those in all of its values. */
export const tokensKnown = (state: RecordState | undefined): readonly Token[] => tokensIn(state?.cells);
