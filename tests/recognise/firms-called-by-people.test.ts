import { expect, test } from 'vitest';
import type { EntityType } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { withSurnames } from '../../lib/recognise/firms-called-by-people.ts';
import { readBrackets } from './brackets.ts';

/** Types of the names that stand in brackets, a person's where the bracket is round. */
const typesIn = (marked: string): readonly EntityType[] => {
  const { text, names } = readBrackets(marked, 'person');
  return withSurnames(text, names).map(({ type }) => type);
};

test.each<[marked: string, types: readonly EntityType[]]>([
  ['(John M. Ford) wrote. [Ford] died in May, and [Ford]’s novels went.', ['person', 'person', 'person']],
  ['(Ana Dell) left. [Dell], who is 54, founded it.', ['person', 'person']],
  ['(Michael Dell) founded it. [Dell] shares rose. [Dell] told nobody.', ['person', 'organisation', 'organisation']],
  ['(Harrison Ford) came. [Ford] punched him and grinned.', ['person', 'person']],
  ['(Henry Ford) built cars. He drove a [Ford].', ['person', 'organisation']],
  ['[Ford] died as a maker of trucks.', ['organisation']],
  ['(Ford) left. [Ford], who was ill, stayed.', ['person', 'organisation']],
])('%s', (marked, types) => {
  expect(typesIn(marked)).toEqual(types);
});

test.each([
  ['the singer whom the store calls so', 't:singer', 'person'],
  ['a network, beside somebody else', 't:other', 'organisation'],
])('%s', (_rule, bearer, type) => {
  const text = 'Ana Swift sang. On Monday Swift left.';
  const named = (surface: string, more: { readonly type: EntityType; readonly ids: readonly string[] }) => {
    const start = text.lastIndexOf(surface);
    const candidates = more.ids.map((id) => ({ id: asEntityId(id), type: more.type, prominence: 0.5 }));
    return { start, end: start + surface.length, type: more.type, confidence: 0.6, candidates };
  };
  const names = [
    named('Ana Swift', { type: 'person', ids: ['t:singer'] }),
    named('Swift', { type: 'organisation', ids: ['t:network', bearer] }),
  ];
  expect(withSurnames(text, names)[1]?.type).toBe(type);
});
