import { expect, test } from 'vitest';
import type { EntityType } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { bareHits } from '../../lib/recognise/bare-hits.ts';

test.each<[rule: string, text: string, types: readonly EntityType[], left: string]>([
  ['a newspaper stands without its article', 'The New York Times', ['organisation'], 'New York Times'],
  ['so does a place', 'the Hague', ['place'], 'Hague'],
  ['the title of a work keeps it', 'The Fountainhead', ['work'], 'The Fountainhead'],
  ['also where it may be either', 'The Times', ['organisation', 'work'], 'The Times'],
  ['people stand without their titles', 'Crown Prince Mohammed bin Salman', ['person'], 'Mohammed bin Salman'],
  ['names of stages are whole', 'Lady Gaga', ['person'], 'Lady Gaga'],
  ['a title alone stays', 'Prince', ['person'], 'Prince'],
  ['a place is no person', 'King William', ['place'], 'King William'],
])('%s', (_rule, text, types, left) => {
  const candidates = types.map((type, i) => ({ id: asEntityId(`local:${i}`), type, prominence: 0.5 }));
  const [bare] = bareHits(text, [{ start: 0, end: text.length, candidates }]);
  expect(text.slice(bare?.start, bare?.end)).toBe(left);
});

test('"Jr" takes its point', () => {
  const text = 'Dale Cook Jr. came.';
  const candidates = [{ id: asEntityId('local:0'), type: 'person' as const, prominence: 0.5 }];
  const [bare] = bareHits(text, [{ start: 0, end: 12, candidates }]);
  expect(text.slice(bare?.start, bare?.end)).toBe('Dale Cook Jr.');
});
