import type { ImportPreview } from '../../lib/model/exchange.ts';
import { asEntityId, asFactId } from '../../lib/model/ids.ts';
import type { BrowsePage, EntityPage, HistoryLine } from '../../lib/model/library.ts';
import type { Room } from '../library/DataPage.tsx';
import { briefs, minister } from './fixtures.ts';

const day = 86_400_000;
const now = Date.UTC(2031, 1, 11, 6, 2);

/** The library's list: the last one is longer than any row. */
export const browsed: BrowsePage = {
  rows: [
    ...Object.values(briefs),
    {
      id: asEntityId('t:long'),
      type: 'organisation' as const,
      name: 'Inter-Provincial Commission for the Reconstruction of Waterways and Navigable Canals',
      description: 'Body of the eleven provinces that keeps locks, weirs and towpaths, with its seat in Port Aubrey',
    },
  ].map((row, at) => ({ ...row, seenAt: at % 3 === 0 ? now - at * day : null })),
  hasMore: true,
  total: 4612,
};

export const history: readonly HistoryLine[] = [
  { id: 'h3', at: now, by: 'you', kind: 'add-note', detail: '', meaning: null, of: null, undid: null, isUndone: false },
  {
    id: 'h2',
    at: now - day,
    by: 'look-up',
    kind: 'look-up',
    detail: 'Marta Oyelaran',
    meaning: null,
    of: null,
    undid: null,
    isUndone: false,
  },
  {
    id: null,
    at: now - 2 * day,
    by: 'reading',
    kind: 'met',
    detail: 'Dams will not be sold',
    meaning: null,
    of: null,
    undid: null,
    isUndone: false,
  },
  {
    id: 'h1',
    at: now - 9 * day,
    by: 'you',
    kind: 'rename',
    detail: 'M. Oyelaran',
    meaning: null,
    of: null,
    undid: null,
    isUndone: true,
  },
];

/** A page of the library on which every part has something. */
export const entityPage: EntityPage = {
  entity: {
    ...briefs.minister,
    aliases: [{ text: 'Minister Oyelaran' }, { text: 'M. A. Oyelaran' }],
    sameAs: ['https://encyclopedia.example/Marta_Oyelaran'],
  },
  aliases: [{ text: 'Minister Oyelaran' }, { text: 'M. A. Oyelaran' }, { text: 'Марта Ойеларан', language: 'ru' }],
  origins: [
    { kind: 'pack', id: 'world', title: 'People and places of the world', version: '2031.1.2', licence: 'CC0-1.0' },
    { kind: 'own' },
  ],
  facts: minister.facts.map((line, at) => ({
    fact: {
      id: asFactId(`f${at}`),
      subject: briefs.minister.id,
      predicate: line.predicate,
      value: { text: line.text },
      source: line.source.id,
    },
    line,
    isOwn: at === 0,
  })),
  claims: minister.saidBefore.map((statement, at) => ({ statement, isSpeaker: at % 2 === 0, isOwn: true })),
  metIn: minister.metIn.map((source, at) => ({ source, readAt: now - at * day, name: 'Oyelaran', mentions: 3 + at })),
  notes: [{ id: 'n1', text: 'Met her at the **summit**; see [minutes](https://news.example/m).', changedAt: now }],
  relations: [
    { predicate: 'worksFor', entity: briefs.ministry, direction: 'out', tense: 'holds' },
    { predicate: 'memberOf', entity: briefs.alliance, direction: 'out', tense: 'no-longer' },
    { predicate: 'organizer', entity: briefs.summit, direction: 'in', tense: 'not-yet' },
  ],
  assertions: [{ id: 'a1', kind: 'different', other: briefs.minister2, at: now }],
  history,
  picture: null,
};

/** More facts than a form has room for at once. */
export const fullEntity: EntityPage = {
  ...entityPage,
  facts: [1, 2, 3].flatMap((round) =>
    entityPage.facts.map((entry) => ({ ...entry, fact: { ...entry.fact, id: asFactId(`${entry.fact.id}.${round}`) } })),
  ),
};

export const emptyEntity: EntityPage = {
  ...entityPage,
  entity: { ...entityPage.entity, ...briefs.minister2, sameAs: [] },
  aliases: [],
  origins: [{ kind: 'own' }],
  facts: [],
  claims: [],
  metIn: [],
  notes: [],
  relations: [],
  assertions: [],
  history: [],
};

export const preview: ImportPreview = {
  format: 'sidelight-2031-02-11.jsonl.gz',
  created: '2031-02-11T06:02:00Z',
  tables: [
    { table: 'entities', added: 12, same: 204, different: 1 },
    { table: 'notes', added: 1, same: 0, different: 0 },
  ],
  conflicts: [
    {
      id: 'entities/t:minister',
      title: 'Marta Oyelaran',
      mine: ['description: Minister of energy of Velland'],
      theirs: ['description: Former minister of energy of Velland'],
    },
  ],
  moreConflicts: 3,
  leftOut: { listed: [], more: 0 },
};

export const backups = [
  { at: now, bytes: 48_200, rows: 311 },
  { at: now - day, bytes: 47_900, rows: 300 },
];

export const room: Room = {
  usage: {
    tables: [
      { table: 'entities', rows: 4612 },
      { table: 'facts', rows: 11_204 },
    ],
    pictures: { count: 14, bytes: 812_000 },
    history: 208,
  },
  used: 61_400_000,
  quota: 2_100_000_000,
  isPersistent: false,
};
