import { expect, test } from 'vitest';
import type { EntityType } from '../../../lib/model/entity.ts';
import { affiliationOf } from '../../../lib/recognise/roles/affiliation.ts';

/** Of two names in square brackets, the second with its type: `[Ana Ruiz] of [Zekyard=organisation]`. */
function affiliation(marked: string): string | null {
  const names = [...marked.matchAll(/\[([^\]=]+)(?:=(\w+))?\]/gu)];
  const text = marked.replaceAll(/\[([^\]=]+)(?:=\w+)?\]/gu, '$1');
  let at = 0;
  const spans = names.map(([, surface = '', type = 'person']) => {
    const start = text.indexOf(surface, at);
    at = start + surface.length;
    return { start, end: at, type: type as EntityType, confidence: 1 };
  });
  return affiliationOf(text, spans, 0)?.text ?? null;
}

test.each([
  ['of a body', 'said [Ana Ruiz] of [Zekyard=organisation].', 'of Zekyard'],
  ['behind a comma', 'said [Ana Ruiz], of the [Zekyard=organisation].', 'of the Zekyard'],
  ['with what it is', '[Ana Ruiz] of the consultancy [Zekyard=organisation] said', 'of the consultancy Zekyard'],
  ['behind an age', '[Ana Ruiz], 34, of [Zekyard=organisation], said', 'of Zekyard'],
  ['what a peer is called', '[Lord Ruiz] of [Zekyard=organisation], then minister, said', null],
  ['of a town', '[Ana Ruiz] of [Zekyard=place] said', null],
  ['another word', '[Ana Ruiz] left [Zekyard=organisation].', null],
  ['in the next sentence', '[Ana Ruiz]. Of [Zekyard=organisation] nothing.', null],
  ['a body of a body', '[Zek=organisation] of [Zekyard=organisation]', null],
])('%s', (_rule, text, expected) => expect(affiliation(text)).toBe(expected));
