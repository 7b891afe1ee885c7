import { isBlock } from './clutter.ts';

/** Buttons that are words: sites explain a name or a term by one, in the middle of a sentence. */

/** UTF-16 units of the words around it that are looked at, and of running text without which a button is a control. */
const around = 60;
const longestWords = 80;

/** The text beside an element on its line, as far as it is looked at. */
const textBeside = (element: Element, side: 'before' | 'after'): string => {
  const next = (node: Node): Node | null => (side === 'before' ? node.previousSibling : node.nextSibling);
  let text = '';
  let at: Node = element;
  while (text.trim().length < around) {
    let sibling = next(at);
    while (sibling === null) {
      const parent = at.parentNode;
      if (parent?.nodeType !== 1 || isBlock(parent as Element)) return text;
      at = parent;
      sibling = next(at);
    }
    at = sibling;
    if (at.nodeType === 1 && (isBlock(at as Element) || (at as Element).localName === 'br')) return text;
    if (at.nodeType !== 1 && at.nodeType !== 3) continue;
    const more = at.textContent ?? '';
    text = side === 'before' ? `${more}${text}` : `${text}${more}`;
  }
  return text;
};

/** A sentence goes on after it: with a small letter, or one of a script that has no others, or what stands within one. */
const goesOn = /^(?:\s*[\p{Ll}\p{Lo}\p{N}]|[,;:،、，’'”"»)\]]|[.!?。！？؟]\s*(?:$|\S))/u;
/** Before it a sentence has begun and has not ended. */
const hasBegun = /[\p{L}\p{M}\p{N},;:،、，(“„«"'’–—-]\s*$/u;
const beginsSo = /^[\s\p{P}]*[\p{L}\p{N}]/u;
const hasEnded = /[.!?…。！？।؟]["'”’»)\]]*\s*$/u;

/** Whether the button's words are part of the sentence around it; a control stands before it, after it or by itself. */
export const isInSentence = (button: Element): boolean => {
  const words = (button.textContent ?? '').trim();
  if (words.length === 0 || words.length > longestWords) return false;
  const before = textBeside(button, 'before');
  const after = textBeside(button, 'after');
  if (before.trim().length + after.trim().length < around) return false;
  if (before.trim() === '' || hasEnded.test(before)) return /^\s*[\p{Ll}\p{Lo}]|^[,’']/u.test(after);
  return goesOn.test(after) || (hasBegun.test(before) && beginsSo.test(after));
};
