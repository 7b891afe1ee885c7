import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { EditOutcome } from './actions.ts';
import { Field, Form } from './Form.tsx';

interface NoteFormProps {
  readonly title: string;
  readonly text: string;
  readonly onSave: (text: string) => Promise<EditOutcome>;
  readonly onClose: () => void;
}

/** A note being written, in Markdown. */
export const NoteForm = ({ title, text: first, onSave, onClose }: NoteFormProps) => {
  const [text, setText] = useState(first);
  return (
    <Form title={title} onSubmit={() => onSave(text)} onClose={onClose}>
      <Field label={words.library.field.note} value={text} onInput={setText} lines={6} />
    </Form>
  );
};
