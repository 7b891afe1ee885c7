import { words } from '../../lib/i18n/words.ts';
import { useState } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';

interface ForgetButtonProps {
  readonly label: string;
  /** What reaches further than one page is asked about once more. */
  readonly asks: 'once' | 'twice';
  readonly onForget: () => void;
}

/** A press that cannot be taken back. */
export const ForgetButton = ({ label, asks, onForget }: ForgetButtonProps) => {
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button onPress={() => (asks === 'once' ? onForget() : setAsked(true))}>{label}</Button>;
  const answer = (forget: boolean) => {
    setAsked(false);
    if (forget) onForget();
  };
  return (
    <span class="forget-button" role="group" aria-label={label}>
      <Button look="strong" onPress={() => answer(true)}>
        {words.memory.sure}
      </Button>
      <Button onPress={() => answer(false)}>{words.memory.keep}</Button>
    </span>
  );
};
