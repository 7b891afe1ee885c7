import { useState } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';
import { words } from '../../lib/i18n/words.ts';
import './CopyCitation.css';

interface CopyCitationProps {
  readonly text: string;
  /** Whether the text is on the clipboard now. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

type Outcome = 'none' | 'copied' | 'failed';

/** Copies a citation and says so politely; where the browser forbids it, shows the text to be copied by hand. */
export const CopyCitation = ({ text, onCopy }: CopyCitationProps) => {
  const [outcome, setOutcome] = useState<Outcome>('none');
  const copy = () => {
    setOutcome('none');
    void onCopy(text).then((done) => setOutcome(done ? 'copied' : 'failed'));
  };
  return (
    <div class="copy-citation">
      <Button look="strong" icon="copy" onPress={copy}>
        {words.card.copyCitation}
      </Button>
      <span class="copy-citation__outcome" role="status">
        {outcome === 'none' ? null : outcome === 'copied' ? words.card.copied : words.card.copyFailed}
      </span>
      {outcome === 'failed' ? (
        <textarea class="copy-citation__text" readOnly rows={4} aria-label={words.card.copyCitation} value={text} />
      ) : null}
    </div>
  );
};
