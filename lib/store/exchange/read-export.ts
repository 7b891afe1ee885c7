import type { ImportFailure } from '../../model/exchange.ts';
import { ok, type Result } from '../../model/result.ts';
import { isSoundRow } from '../sound-rows.ts';
import { exportedTables } from './export.ts';
import { createFirsts, createNotes, createOrder, type LeftOutNotes, unheard } from './left-out.ts';
import { checkExport, type Incoming, readBatches, type ReadRow } from './lines.ts';
import { unwatched, type Watching } from './watching.ts';

const known: ReadonlySet<string> = new Set(exportedTables);

/** Reads it once to check it, and again each time its rows are asked for: an export may be larger than the memory. */
export async function readExport(file: Blob, watching: Watching = unwatched): Promise<Result<Incoming, ImportFailure>> {
  const notes = createNotes();
  const order = createOrder();
  const look = (row: ReadRow): boolean => {
    order.see(row);
    if (!isSoundRow(row.table, row.row)) notes.note('broken', row.table, row.line);
    return true;
  };
  const checked = await checkExport(file, known, { watching, passes: look });
  if (!checked.ok) return checked;
  // As exports are written, no key comes twice; whoever edited one may have brought it there.
  const passes = (told: LeftOutNotes) => (order.holds() ? () => true : createFirsts(told));
  const again = order.holds() ? checked : await checkExport(file, known, { passes: passes(notes) });
  if (!again.ok) return again;
  return ok({
    format: 'Sidelight',
    created: checked.value.header.created === '' ? null : checked.value.header.created,
    told: 'whole',
    rows: again.value.rows,
    leftOut: notes.list(),
    async *batches() {
      const end = yield* readBatches(file, known, { watching: unwatched, passes: passes(unheard) });
      if (!end.ok) throw new Error(`the file changed while it was read: ${end.failure.code}`);
      return undefined;
    },
  });
}
