import { words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import './Shortcuts.css';

/** A command of the browser's for us, with the keys that it has now; empty while it has none. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly keys: string;
}

interface ShortcutsProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onChange: () => void;
}

const signs: Readonly<Record<string, string>> = { Period: '.', Comma: ',', MacCtrl: 'Ctrl', Command: '⌘' };

/** "Alt+Shift+Period", each key by what is printed on it. */
const Keys = ({ keys }: { readonly keys: string }) => (
  <span class="shortcuts__keys" dir="ltr">
    {keys.split(/(?<=.)\+/).map((key, at) => (
      <>
        {at === 0 ? null : ' + '}
        <kbd>{signs[key] ?? key}</kbd>
      </>
    ))}
  </span>
);

/** Browsers list them by their names, which no reader sees. */
const inOrder = (shortcuts: readonly Shortcut[]): readonly Shortcut[] => {
  const order: readonly string[] = Object.values(words.command);
  return shortcuts.toSorted((a, b) => order.indexOf(a.description) - order.indexOf(b.description));
};

/** The keys of every command, and the way to the browser's own page where they are changed. */
export const Shortcuts = ({ shortcuts, onChange }: ShortcutsProps) => (
  <>
    <p class="options__hint">{words.options.keyboardWhy}</p>
    <dl class="shortcuts">
      {inOrder(shortcuts).map(({ name, description, keys }) => (
        <div key={name}>
          <dt>{description}</dt>
          <dd>{keys === '' ? <span class="shortcuts__none">{words.options.noKey}</span> : <Keys keys={keys} />}</dd>
        </div>
      ))}
    </dl>
    <p>
      <Button onPress={onChange}>{words.options.changeKeys}</Button>
    </p>
  </>
);
