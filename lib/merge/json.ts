/** Whatever survives a round trip through JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** No name of what every object has (`constructor`): looked up by it, an object has something that was never put there. */
export const isFreeKey = (key: string): boolean => !(key in {});

/** Values nested deeper than this are no data of ours, and what goes through them for each level may run out of stack. */
const deepest = 64;

/** Whether a value that was parsed as JSON can be told as JSON again; `1e999` was parsed as no number that JSON has. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < deepest && Object.values(value).every((inner) => isJson(inner, depth + 1));
}

/** The one text of a value: keys in order, so that equal values have equal texts. */
export function canonical(value: Json | undefined): string {
  if (value === undefined) return '';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b));

/** Halves of a pair, as JSON tells them: a text that was cut through a letter has one. */
const halfLetter = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gu;

/**
 * A copy as JSON carries it: what is `undefined` or no data at all is left out, and half a letter, which is no text and
 * which CouchDB refuses with all that travels beside it, becomes U+FFFD.
 */
export const toJson = (value: unknown): Json | undefined => {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return undefined;
  return JSON.parse(text.includes('\\ud') ? text.replaceAll(halfLetter, '$1\\ufffd') : text) as Json;
};
