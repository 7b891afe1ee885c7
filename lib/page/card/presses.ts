import type { Modifier, Opening } from '../../model/settings.ts';

export interface OpeningRule {
  readonly how: Opening;
  readonly modifier: Modifier;
}

type Keys = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'shiftKey'>;

/** Whether the key that opens cards is down; on a Mac the keyboard's Control is meant as well. */
export const isHeld = ({ altKey, ctrlKey, shiftKey }: Keys, { modifier }: OpeningRule): boolean =>
  modifier === 'alt' ? altKey : modifier === 'control' ? ctrlKey : shiftKey;

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * Whether a key or press goes into a text field, which is none of ours. Of what a closed shadow root holds only the host
 * is seen: keys that an element of the page's own takes count as typed.
 */
export const isTyping = (event: Event): boolean => {
  const [innermost] = event.composedPath();
  if (!(innermost instanceof Element)) return false;
  const hidesFields = event.type !== 'click' && innermost.localName.includes('-') && innermost.shadowRoot === null;
  return hidesFields || innermost.closest(fields) !== null;
};

/** What answers to a press itself keeps it: a name inside a link still leads where the link leads. */
const answers =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role=button], [role=link], [role=tab], [onclick]';

/** Whether a press is free to open a card: not on something that answers to it, and not the end of selecting text. */
export const isOwnPress = (event: MouseEvent): boolean => {
  const { target } = event;
  if (!(target instanceof Element) || event.button !== 0 || target.closest(answers) !== null) return false;
  return target.ownerDocument.getSelection()?.isCollapsed !== false;
};
