import { useId } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { MemoryChoice } from '../../lib/model/settings.ts';
import { Button } from '../parts/Button.tsx';
import { Switch } from '../parts/Switch.tsx';
import './MemoryConsent.css';

interface MemoryConsentProps {
  readonly choice: MemoryChoice;
  readonly onChoose: (choice: 'on' | 'off') => void;
}

/**
 * Asks once whether what is read may be remembered: both answers weigh the same, and none is chosen beforehand. Once
 * answered it is a switch.
 */
export const MemoryConsent = ({ choice, onChoose }: MemoryConsentProps) => {
  const id = useId();
  if (choice !== 'unasked')
    return (
      <div class="memory-consent">
        <Switch label={words.memory.switchLabel} on={choice === 'on'} onChange={(on) => onChoose(on ? 'on' : 'off')} />
        <p class="memory-consent__hint">{words.memory.switchWhy}</p>
      </div>
    );
  return (
    <section class="memory-consent" aria-labelledby={id}>
      <h3 class="memory-consent__title" id={id}>
        {words.memory.ask}
      </h3>
      <p class="memory-consent__why">{words.memory.askWhy}</p>
      <div class="memory-consent__answers">
        <Button onPress={() => onChoose('on')}>{words.memory.yes}</Button>
        <Button onPress={() => onChoose('off')}>{words.memory.no}</Button>
      </div>
    </section>
  );
};
