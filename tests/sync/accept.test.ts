import { describe, expect, test } from 'vitest';
import { acceptsRow } from '../../lib/sync/accept.ts';

const entity = { id: 'local:e', type: 'person', name: 'Ada Moreno', aliases: [], description: '' };
const fact = { id: 'local:f', subject: 'local:e', predicate: 'award', value: { text: 'An oar' }, source: 'local:s' };
const subscription = { pack: 'test', url: 'https://packs.example/feed.json' };

describe('a row that another device wrote', () => {
  test.each<[what: string, table: string, row: object]>([
    ['an entity', 'entities', entity],
    ['with a field that a later version knows', 'entities', { ...entity, mood: 'calm' }],
    ['a fact', 'facts', fact],
    ['a subscription', 'subscriptions', subscription],
    ['one of a table that a later version has', 'moods', { id: 'm' }],
  ])('is taken in: %s', (_, table, row) => {
    expect(acceptsRow(table, row)).toBe(true);
  });

  test.each<[what: string, table: string, row: object]>([
    ['an entity without a name', 'entities', { ...entity, name: undefined }],
    ['an entity of a type that there is not', 'entities', { ...entity, type: 'robot' }],
    ['an alias that is no text', 'entities', { ...entity, aliases: [{ text: 7 }] }],
    ['a fact without a value', 'facts', { ...fact, value: {} }],
    ['a subscription to an address that is none', 'subscriptions', { ...subscription, url: 'feed.json' }],
    ['a subscription that would run', 'subscriptions', { ...subscription, url: 'javascript:alert(1)' }],
    ['a subscription to a file', 'subscriptions', { ...subscription, url: 'file:///etc/passwd' }],
    ['one without an id', 'moods', {}],
  ])('makes no row here: %s', (_, table, row) => {
    expect(acceptsRow(table, row)).toBe(false);
  });
});
