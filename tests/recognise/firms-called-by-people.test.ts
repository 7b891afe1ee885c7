import { expect, test } from 'vitest';
import type { EntityType } from '../../lib/model/entity.ts';
import { withSurnames } from '../../lib/recognise/firms-called-by-people.ts';

/** Types of the names that stand in brackets, a person's where the bracket is round. */
const typesIn = (marked: string): readonly EntityType[] => {
  let text = '';
  const names: { start: number; end: number; type: EntityType; confidence: number; candidates: [] }[] = [];
  for (const part of marked.split(/([([][^)\]]*[)\]])/u)) {
    const [, name] = /^[([](.*)[)\]]$/u.exec(part) ?? [];
    const start = text.length;
    text += name ?? part;
    if (name !== undefined) {
      const type = part.startsWith('(') ? 'person' : 'organisation';
      names.push({ start, end: text.length, type, confidence: 0.9, candidates: [] });
    }
  }
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
