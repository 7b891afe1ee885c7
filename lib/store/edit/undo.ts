import type { EditFailure, Edited } from '../../model/edit.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { changeOwn, EditRefused, isSameRow } from './changes.ts';
import type { HistoryRow, OwnRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';

/**
 * Undoes an entry of the history exactly: each row becomes what it was before, in one transaction. Refused where a row
 * was changed again since, for that change would go too. The undoing is an entry itself and can be undone.
 */
export async function undoEdit(
  database: StoreDatabase,
  history: string,
  context: { readonly now: number; readonly newId: () => string },
): Promise<Result<Edited, EditFailure>> {
  const id = `local:h-${context.newId()}`;
  let entity: Edited['entity'] = null;
  try {
    await changeOwn(database, context.now, async (changes) => {
      const entry = await database.history.get(history);
      if (entry === undefined) throw new EditRefused<EditFailure>({ code: 'Unknown', what: history });
      if (entry.undoneBy !== null) throw new EditRefused<EditFailure>({ code: 'ChangedSince', fault: 'undoneAlready' });
      await checkUnchanged(database, entry);
      for (const { table, key, before } of entry.changes)
        if (before === null) await changes.drop(table, key);
        else await changes.put(table, before as OwnRow);
      await database.history.put({ ...entry, undoneBy: id });
      if (entry.undoes !== null) await markRedone(database, entry.undoes);
      entity = entry.subjects[0] ?? null;
      const { subjects, detail } = entry;
      return { id, at: context.now, by: 'you', kind: 'undo', detail, subjects, undoes: history };
    });
  } catch (error) {
    if (error instanceof EditRefused) return failed(error.failure as EditFailure);
    throw error;
  }
  return ok({ history: id, entity });
}

async function checkUnchanged(database: StoreDatabase, { changes }: HistoryRow): Promise<void> {
  for (const { table, key, after } of changes) {
    const found: unknown = (await database.table(table).get(key)) ?? null;
    if (!isSameRow(found, after))
      throw new EditRefused<EditFailure>({
        code: 'ChangedSince',
        fault: 'changedAgain',
      });
  }
}

/** What was undone and is done again can be undone again. */
async function markRedone(database: StoreDatabase, history: string): Promise<void> {
  const entry = await database.history.get(history);
  if (entry !== undefined) await database.history.put({ ...entry, undoneBy: null });
}
