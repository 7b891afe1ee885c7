import { describe, expect, test } from 'vitest';
import { unmistakable } from '../../../lib/link/candidates/unmistakable.ts';
import type { EntityType } from '../../../lib/model/entity.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { KnownName } from '../../../lib/model/knowledge.ts';

const found = (text: string, ...surfaces: readonly string[]): string[] => {
  const known = surfaces.map((surface): KnownName => {
    const start = text.indexOf(surface);
    return { start, end: start + surface.length, candidates: [] };
  });
  return unmistakable(text, known, null).map(({ start, end }) => text.slice(start, end));
};

/** What is left of a name at each of its places: how many words the text has before it. */
function placesOf(language: string, text: string, surface: string, type: EntityType): number[] {
  const known = [...text.matchAll(new RegExp(surface, 'gu'))].map(
    ({ index }): KnownName => ({
      start: index,
      end: index + surface.length,
      candidates: [{ id: asEntityId('local:it'), type, prominence: 0.5 }],
    }),
  );
  return unmistakable(text, known, language).map(({ start }) => text.slice(0, start).split(' ').length - 1);
}

test.each<[rule: string, text: string, hits: readonly string[], left: readonly string[]]>([
  ['several words count', 'Gestern kam Angela Merkel nach Berlin.', ['Angela Merkel', 'Berlin'], ['Angela Merkel']],
  [
    'of several words in another script, too',
    'Вчера Angela Merkel (CDU) встретила Владимира Путина.',
    ['Angela Merkel', 'CDU', 'Владимира Путина'],
    ['Angela Merkel', 'Владимира Путина'],
  ],
  [
    'but not within more of that script',
    'Песня под названием Meet Angela Merkel снова звучала вчера вечером на площади, как писал The New York Times.',
    ['Angela Merkel', 'New York'],
    [],
  ],
  [
    'from right to left',
    'قالت Ursula von der Leyen، رئيسة المفوضية الأوروبية، إن Mark Rutte وافق.',
    ['Ursula von der Leyen', 'Mark Rutte'],
    ['Ursula von der Leyen', 'Mark Rutte'],
  ],
  ['between Chinese characters', '北约秘书长Mark Rutte昨天在布鲁塞尔发表讲话。', ['Mark Rutte'], ['Mark Rutte']],
  ['without spaces, several characters', '国家主席习近平昨天在华会见NATO代表。', ['习近平', '华', 'NATO'], ['习近平']],
  [
    'kana and Chinese characters are one script',
    '安倍晋三とドナルド・トランプが会った。',
    ['安倍晋三', 'ドナルド・トランプ'],
    ['安倍晋三', 'ドナルド・トランプ'],
  ],
  ['Arabic parts its words', 'قال دونالد ترامب في القاهرة', ['دونالد ترامب', 'القاهرة'], ['دونالد ترامب']],
])('%s', (_rule, text, hits, left) => expect(found(text, ...hits)).toEqual(left));

describe('a name that is ordinary words of the page’s language', () => {
  test.each<
    [rule: string, language: string, text: string, surface: string, type: EntityType, places: readonly number[]]
  >([
    [
      'at the start of a sentence it is words',
      'de',
      'Die Zeit drängt. Die Zeit heilt alles.',
      'Die Zeit',
      'organisation',
      [],
    ],
    ['within one it is a name', 'de', 'Wie Die Zeit berichtet, ist er krank.', 'Die Zeit', 'organisation', [1]],
    [
      'one name proves the others',
      'de',
      'Die Zeit schreibt. Das hat Die Zeit gesehen.',
      'Die Zeit',
      'organisation',
      [0, 5],
    ],
    [
      'a name elsewhere does not prove words',
      'de',
      'Wie Die Zeit berichtet, ist er krank. Die Zeit drängt.',
      'Die Zeit',
      'organisation',
      [1],
    ],
    [
      'nor words behind what it reports',
      'fr',
      'Selon Le Monde, il part. Le Monde entier attend. Le Monde révèle pourquoi.',
      'Le Monde',
      'organisation',
      [1, 9],
    ],
    ['in quotation marks of its own', 'de', '„Die Zeit“ schreibt darüber.', 'Die Zeit', 'organisation', [0]],
    ['a quotation that begins with it', 'de', 'Er sagte: „Die Zeit drängt.“', 'Die Zeit', 'organisation', []],
    ['an adjective that the text has elsewhere', 'de', 'Neue Welt für neue Chefs', 'Neue Welt', 'organisation', []],
    [
      'an adjective of which nothing is known',
      'de',
      'Deutsche Bank senkt Zinsen',
      'Deutsche Bank',
      'organisation',
      [0],
    ],
    ['a headline in capitals', 'de', 'WARUM DIE ZEIT DRÄNGT', 'DIE ZEIT', 'organisation', []],
    ['a capital noun too', 'fr', 'Le Monde entier attend.', 'Le Monde', 'organisation', []],
    ['behind a colon', 'fr', 'Climat : Le Monde entier attend.', 'Le Monde', 'organisation', []],
    ['behind a preposition', 'fr', 'Un article paru dans Le Monde hier.', 'Le Monde', 'organisation', [4]],
    ['with an elided word before it', 'fr', 'La une d’El País hier.', 'El País', 'organisation', [2]],
    ['a person', 'fr', 'Le Pen a dit non.', 'Le Pen', 'person', [0]],
    ['in Spanish', 'es', 'El País necesita médicos. ¿El País vota?', 'El País', 'organisation', []],
    ['a country', 'es', 'El Salvador vota hoy.', 'El Salvador', 'place', [0]],
    ['behind a dash', 'es', 'Madrid – La Nación espera', 'La Nación', 'organisation', []],
    ['in Portuguese', 'pt', 'O Globo terrestre gira e o dia passa.', 'O Globo', 'organisation', []],
    ['in Portuguese, within a sentence', 'pt', 'Segundo O Globo, o dia passa.', 'O Globo', 'organisation', [1]],
    ['in Italian', 'it', 'La Repubblica è fondata sul lavoro e la gente', 'La Repubblica', 'organisation', []],
    ['in Italian, within a sentence', 'it', 'Lo scrive oggi La Repubblica.', 'La Repubblica', 'organisation', [3]],
    ['in Dutch', 'nl', 'De Standaard ligt hoog en de lat ook', 'De Standaard', 'organisation', []],
    [
      'in Danish, of words that the text has',
      'da',
      'Nye Borgerlige? De nye borgerlige dyder',
      'Nye Borgerlige',
      'organisation',
      [],
    ],
    ['in Turkish, of words that it has not', 'tr', 'Yeni Safak bunu yazdı', 'Yeni Safak', 'organisation', [0]],
  ])('%s (%s)', (_rule, language, text, surface, type, places) =>
    expect(placesOf(language, text, surface, type)).toEqual(places),
  );
});
