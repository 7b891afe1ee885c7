import { words } from '../../lib/i18n/words.ts';
import { useDraft } from '../card/drafts.ts';
import type { EditOutcome } from './actions.ts';
import { Field, Form } from './Form.tsx';

interface NoteFormProps {
  readonly title: string;
  readonly text: string;
  /** Of its field; fewer where it stands in a card. */
  readonly lines?: number;
  readonly onSave: (text: string) => Promise<EditOutcome>;
  readonly onClose: () => void;
}

/** A note being written, in Markdown. */
export const NoteForm = ({ title, text: first, lines = 6, onSave, onClose }: NoteFormProps) => {
  const [text, setText] = useDraft('note', first);
  return (
    <Form title={title} onSubmit={() => onSave(text)} onClose={onClose}>
      <Field label={words.library.field.note} value={text} onInput={setText} lines={lines} />
    </Form>
  );
};
