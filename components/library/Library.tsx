import type { ComponentChildren } from 'preact';
import { words } from '../../lib/i18n/words.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { type Place, placeAddress } from './address.ts';
import '../panel/Row.css';
import '../parts/EntityChip.css';
import './Library.css';

/** What was just done, with its way back. */
export interface Toast {
  readonly text: string;
  readonly undo: (() => void) | null;
}

interface LibraryProps {
  readonly place: Place;
  readonly notice: ComponentChildren;
  readonly toast: Toast | null;
  readonly onCloseToast: () => void;
  readonly list: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Of the store as a whole: without the list of names. */
const isWide = ({ at }: Place): boolean => at === 'data' || at === 'changes';

/** The library's frame: where one is, the list, what is open, and what was just done. */
export const Library = ({ place, notice, toast, onCloseToast, list, children }: LibraryProps) => (
  <div class="library" data-at={place.at}>
    <header class="library__head">
      <h1 class="library__name">
        {words.product} <span>{words.library.name}</span>
      </h1>
      <nav class="library__nav" aria-label={words.library.name}>
        <a href={placeAddress({ at: 'names' })} aria-current={isWide(place) ? undefined : 'page'}>
          {words.library.names}
        </a>
        <a href={placeAddress({ at: 'changes' })} aria-current={place.at === 'changes' ? 'page' : undefined}>
          {words.library.changes}
        </a>
        <a href={placeAddress({ at: 'data' })} aria-current={place.at === 'data' ? 'page' : undefined}>
          {words.library.data}
        </a>
      </nav>
    </header>
    {notice}
    <main class="library__body">
      {isWide(place) ? null : list}
      <div class="library__main">{children}</div>
    </main>
    <div class="library__toast" role="status">
      {toast === null ? null : (
        <div class="toast">
          <span>{toast.text}</span>
          {toast.undo === null ? null : (
            <Button look="quiet" onPress={toast.undo}>
              {words.library.undo}
            </Button>
          )}
          <IconButton icon="close" label={words.close} onPress={onCloseToast} />
        </div>
      )}
    </div>
  </div>
);
