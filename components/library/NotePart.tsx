import { useState } from 'preact/hooks';
import type { EntityPage, Note } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { cutName } from '../cut-name.ts';
import { dateWords } from '../dates.ts';
import { IconButton } from '../parts/Button.tsx';
import type { LibraryActions } from './actions.ts';
import { Markdown } from './Markdown.tsx';
import { NoteForm } from './NoteForm.tsx';
import { Part } from './Part.tsx';

interface NotePartProps {
  readonly page: EntityPage;
  readonly actions: LibraryActions;
}

const NoteItem = ({ note, page, actions }: NotePartProps & { readonly note: Note }) => {
  const [editing, setEditing] = useState(false);
  const { id } = page.entity;
  const { action } = words.library;
  const begins = { note: cutName(note.text.trim().split('\n', 1)[0] ?? '', 80) };
  if (editing) {
    return (
      <li>
        <NoteForm
          title={action.editNote(begins)}
          text={note.text}
          onSave={(text) => actions.onEdit({ kind: 'change-note', id, note: note.id, text })}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li class="note">
      <div>
        <Markdown text={note.text} />
        <p class="part__note">{dateWords(new Date(note.changedAt).toISOString().slice(0, 10))}</p>
      </div>
      <span class="known-fact__tools">
        <IconButton icon="edit" label={action.editNote(begins)} onPress={() => setEditing(true)} />
        <IconButton
          icon="close"
          label={action.removeNote(begins)}
          onPress={() => void actions.onEdit({ kind: 'remove-note', id, note: note.id })}
        />
      </span>
    </li>
  );
};

/** The reader's own words, in Markdown. */
export const NotePart = ({ page, actions }: NotePartProps) => {
  const [adding, setAdding] = useState(false);
  const { part, none, action } = words.library;
  return (
    <Part title={part.notes} onAdd={{ label: action.addNote, run: () => setAdding(true) }}>
      {adding ? (
        <NoteForm
          title={action.addNote}
          text=""
          onSave={(text) => actions.onEdit({ kind: 'add-note', id: page.entity.id, text })}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {page.notes.length === 0 && !adding ? <p class="part__none">{none.notes}</p> : null}
      <ul class="notes">
        {page.notes.map((note) => (
          <NoteItem key={note.id} note={note} page={page} actions={actions} />
        ))}
      </ul>
    </Part>
  );
};
