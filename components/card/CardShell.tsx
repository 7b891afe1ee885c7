import type { ComponentChildren, Ref } from 'preact';
import { IconButton } from '../parts/Button.tsx';
import { words } from '../../lib/i18n/words.ts';
import './CardShell.css';

/** Where a card stands: floating beside the text of a page, or in the flow of a panel. */
export type CardPlace =
  | {
      readonly place: 'floating';
      readonly pinned: boolean;
      readonly onPin: (pinned: boolean) => void;
      readonly onClose: () => void;
    }
  | { readonly place: 'inline' };

interface CardShellProps {
  readonly where: CardPlace;
  readonly labelledBy: string;
  /** Leads to the card before, or to the list; null where there is none. */
  readonly onBack: (() => void) | null;
  readonly head: ComponentChildren;
  readonly foot: ComponentChildren;
  readonly children: ComponentChildren;
  readonly root: Ref<HTMLDivElement>;
  readonly onHeadPointerDown?: ((event: PointerEvent) => void) | undefined;
}

/** Head, scrolling body and foot of any card. */
export const CardShell = (props: CardShellProps) => {
  const { where, labelledBy, onBack, head, foot, children, root } = props;
  return (
    <div
      ref={root}
      class={`card card--${where.place}`}
      role={where.place === 'floating' ? 'dialog' : 'group'}
      aria-labelledby={labelledBy}
      tabIndex={-1}
    >
      <header class="card__head" data-part onPointerDown={props.onHeadPointerDown}>
        {onBack === null ? null : <IconButton icon="back" label={words.back} onPress={onBack} />}
        <div class="card__title">{head}</div>
        {where.place === 'inline' ? null : (
          <div class="card__controls">
            <IconButton
              icon="pin"
              label={words.card.pin}
              pressed={where.pinned}
              onPress={() => where.onPin(!where.pinned)}
            />
            <IconButton icon="close" label={words.close} onPress={where.onClose} />
          </div>
        )}
      </header>
      <div class="card__body">
        <div data-part>{children}</div>
      </div>
      {foot === null ? null : (
        <footer class="card__foot" data-part>
          {foot}
        </footer>
      )}
    </div>
  );
};
