import type { EditFailure, EditFault } from '../../model/edit.ts';
import { type Changes, EditRefused } from './changes.ts';
import type { NoteRow } from '../rows.ts';

/** UTF-16 units: more than anybody writes on one thing, little enough for one row. */
const longestNote = 100_000;

function toText(text: string): string {
  const refused = (fault: EditFault): EditRefused<EditFailure> => new EditRefused({ code: 'Invalid', fault, of: '' });
  if (text.trim() === '') throw refused('noteEmpty');
  if (text.length > longestNote) throw refused('noteTooLong');
  return text;
}

async function findNote(changes: Changes, id: string): Promise<NoteRow> {
  const note = await changes.get<NoteRow>('notes', id);
  if (note === null) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
  return note;
}

export async function addNote(
  changes: Changes,
  { subject, text, uuid }: { readonly subject: string; readonly text: string; readonly uuid: string },
): Promise<void> {
  const note: NoteRow = { id: `local:n-${uuid}`, subject, text: toText(text), changedAt: changes.at };
  await changes.put('notes', note);
}

export async function changeNote(changes: Changes, id: string, text: string): Promise<void> {
  const note = await findNote(changes, id);
  if (note.text !== text) await changes.put('notes', { ...note, text: toText(text), changedAt: changes.at });
}

export async function removeNote(changes: Changes, id: string): Promise<void> {
  await findNote(changes, id);
  await changes.remove('notes', id);
}
