import { useRef } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { useArrived } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import { CheckList } from './CheckList.tsx';
import type { SetUp, SyncActions } from './sync-view.ts';

type CheckingProps = Pick<Extract<SetUp, { at: 'checking' }>, 'draft' | 'steps' | 'isOver'> &
  Pick<SyncActions, 'onConnectAgain' | 'onBack'>;

/** The connection is tried; keeps the keyboard's place between the form and what is found. */
export const Checking = ({ draft, steps, isOver, onConnectAgain, onBack }: CheckingProps) => {
  const root = useRef<HTMLDivElement>(null);
  useArrived(root);
  return (
    <div ref={root} class="sync__form" role="group" aria-label={words.sync.checking}>
      <p class="options__hint">
        <bdi>{draft.url}</bdi>
      </p>
      <CheckList steps={steps} />
      <div class="sync__buttons">
        <button type="button" class="button button--strong" disabled={!isOver} onClick={onConnectAgain}>
          {isOver ? words.sync.connect : words.sync.working}
        </button>
        <Button look="quiet" onPress={onBack}>
          {words.sync.back}
        </Button>
      </div>
    </div>
  );
};
