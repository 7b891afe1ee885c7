import { words } from '../lib/i18n/words.ts';

const labels: Readonly<Record<string, string>> = words.facts.label;

/** A fact's predicate as a short label; one that is not listed is taken apart: `headOfState` is "Head of state". */
export const predicateWords = (predicate: string): string => {
  const listed = Object.hasOwn(labels, predicate) ? labels[predicate] : undefined;
  if (listed !== undefined) return listed;
  const apart = (predicate.split(/[:/#]/).at(-1) ?? '')
    .replace(/(?<=[a-z\d])(?=[A-Z])|[_-]+/g, ' ')
    .toLowerCase()
    .trim();
  return apart === '' ? predicate : apart.charAt(0).toUpperCase() + apart.slice(1);
};

/** The predicate, of those given, that a label stands for, however it is capitalised; else the label itself. */
export function predicateOf(label: string, among: readonly string[]): string {
  const typed = label.trim();
  const plain = typed.toLowerCase();
  return among.find((predicate) => predicateWords(predicate).toLowerCase() === plain) ?? typed;
}
