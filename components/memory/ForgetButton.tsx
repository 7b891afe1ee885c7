import { words } from '../../lib/i18n/words.ts';
import { useState } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';
import { Question } from '../parts/Question.tsx';

interface ForgetButtonProps {
  readonly label: string;
  /** What reaches further than one page is asked about once more. */
  readonly asks: 'once' | 'twice';
  readonly onForget: () => void;
}

/** A press that cannot be taken back; the question stands beside the button, so that no second press falls on its answer. */
export const ForgetButton = ({ label, asks, onForget }: ForgetButtonProps) => {
  const [asked, setAsked] = useState(false);
  const answer = (forget: boolean) => {
    setAsked(false);
    if (forget) onForget();
  };
  return (
    <>
      <Button onPress={() => (asks === 'once' ? onForget() : setAsked(true))}>{label}</Button>
      {asked ? (
        <Question
          label={label}
          sure={words.memory.sure}
          back={words.memory.keep}
          onSure={() => answer(true)}
          onBack={() => answer(false)}
        >
          <strong>{label}</strong>
          <br />
          {words.memory.sureWhy}
        </Question>
      ) : null}
    </>
  );
};
