import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { defaultSettings, type Settings } from '../../lib/model/settings.ts';
import { Button } from '../parts/Button.tsx';
import { Question } from '../parts/Question.tsx';

interface ResetProps {
  readonly settings: Settings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

/** Puts every setting back to what it was at first, once that is confirmed; what is stored and the consent to it stay. */
export const Reset = ({ settings, onSettings }: ResetProps) => {
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const reset = () => {
    onSettings({ ...defaultSettings, memory: settings.memory });
    setAsked(false);
    setDone(true);
  };
  return (
    <>
      <div class="sites__files">
        <Button onPress={() => setAsked(true)}>{words.options.reset}</Button>
        <p class="options__hint" role="status">
          {done && !asked ? words.options.resetDone : ''}
        </p>
      </div>
      {asked ? (
        <Question
          label={words.options.reset}
          sure={words.options.resetSure}
          back={words.back}
          onSure={reset}
          onBack={() => setAsked(false)}
        >
          {words.options.resetWhy}
        </Question>
      ) : (
        <p class="options__hint">{words.options.resetWhy}</p>
      )}
    </>
  );
};
