import type { EntityBrief, FactLine, FigureContext, Statement } from '../../lib/model/card.ts';
import type { Period, Quantity } from '../../lib/model/claim.ts';
import { asClaimId, asClusterId, asEntityId, asSourceId } from '../../lib/model/ids.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import type { Source } from '../../lib/model/source.ts';

/** An invented article and an invented store: every state of every component can be shown with them. */

const brief = (id: string, type: EntityBrief['type'], name: string, description: string): EntityBrief => ({
  id: asEntityId(id),
  type,
  name,
  description,
});

export const briefs = {
  minister: brief('t:minister', 'person', 'Marta Oyelaran', 'Minister of energy of Velland'),
  minister2: brief('t:minister2', 'person', 'Marta Oyelaran', 'Sprinter, two times national champion'),
  ministry: brief('t:ministry', 'organisation', 'Ministry of Energy', 'Government department of Velland'),
  alliance: brief('t:nga', 'organisation', 'NGA', 'Northern Grid Alliance, an association of 14 power grids'),
  capital: brief('t:capital', 'place', 'Port Aubrey', 'Capital of Velland'),
  summit: brief('t:summit', 'event', '2031 Winter Energy Summit', 'Port Aubrey, 4 to 9 February 2031'),
  treaty: brief('t:treaty', 'law', 'Lantern Treaty', 'Treaty on the shared use of river dams'),
};

/** Named by the welcome page's sample, and by no other article here. */
export const nato = brief('t:nato', 'organisation', 'NATO', 'Military alliance of states in Europe and North America');

const source = (id: string, title: string, publisher: string | null, publishedAt: string | null): Source => ({
  id: asSourceId(id),
  url: publisher === null ? null : `https://news.example/${id}`,
  title,
  publisher,
  authors: [],
  publishedAt,
});

export const sources = {
  earlier: source('earlier', 'Dams will not be sold, says minister', 'The Aubrey Courier', '2031-01-24'),
  agency: source('agency', 'Grid operators publish yearly balance', 'Velland Press Agency', '2030-12-02'),
  list: source('list', 'Cabinet of Velland, compiled list', null, null),
};

export const percent = (value: number, of: string): Quantity => ({ value, unit: 'percent', of });

interface FigureDraft {
  readonly of?: EntityBrief;
  readonly name?: string;
  readonly type?: Figure['type'];
  readonly roleOnDay?: string;
  readonly role?: string;
  readonly mentions: number;
  readonly statements?: readonly number[];
  readonly candidates?: readonly EntityBrief[];
  readonly members?: readonly number[];
}

const figure = (at: number, draft: FigureDraft): Figure => ({
  cluster: asClusterId(`m${at}`),
  name: draft.name ?? draft.of?.name ?? '',
  type: draft.type ?? draft.of?.type ?? 'person',
  entity: draft.of?.id ?? null,
  candidates: (draft.candidates ?? []).map(({ id }) => id),
  members: (draft.members ?? []).map((member) => asClusterId(`m${member}`)),
  description: draft.of?.description ?? draft.role ?? '',
  roleOnDay: draft.roleOnDay ?? null,
  role: draft.role ?? null,
  mentions: draft.mentions,
  forms: [draft.name ?? draft.of?.name ?? ''],
  statements: draft.statements ?? [],
});

const figures: readonly Figure[] = [
  figure(0, { of: briefs.minister, roleOnDay: 'Minister of energy of Velland', mentions: 12, statements: [0, 1, 4] }),
  figure(1, { name: 'Ilse Brandt', role: 'analyst of the Hafen Institute', mentions: 2, statements: [3] }),
  figure(2, { of: briefs.ministry, mentions: 4 }),
  figure(3, { of: briefs.alliance, mentions: 3 }),
  figure(4, { name: 'Hafen Institute', type: 'organisation', mentions: 1 }),
  figure(5, { of: briefs.capital, mentions: 5 }),
  figure(6, { of: briefs.summit, mentions: 2 }),
  figure(7, { name: 'Oyelaran', mentions: 1, candidates: [briefs.minister, briefs.minister2] }),
  figure(8, { of: briefs.treaty, mentions: 1 }),
];

interface ClaimDraft extends Pick<PageClaim, 'kind' | 'text' | 'paragraph' | 'checkWorthiness'> {
  readonly quotes?: readonly string[];
  readonly speaker?: number;
  readonly speakerWords?: string;
  readonly about?: readonly number[];
  readonly quantities?: readonly Quantity[];
  readonly when?: Period;
}

const claim = (index: number, { speaker, about, ...draft }: ClaimDraft): PageClaim => ({
  quotes: [],
  quantities: [],
  speakerWords: null,
  when: null,
  related: [],
  ...draft,
  index,
  speaker: speaker === undefined ? null : asClusterId(`m${speaker}`),
  about: (about ?? []).map((at) => asClusterId(`m${at}`)),
});

const claims: readonly PageClaim[] = [
  claim(0, {
    kind: 'quote',
    text: '“No dam will be sold while I hold this office,” Marta Oyelaran told reporters in Port Aubrey on Monday.',
    quotes: ['No dam will be sold while I hold this office'],
    speaker: 0,
    about: [5],
    when: { from: '2031-02-09', to: '2031-02-09' },
    paragraph: 2,
    checkWorthiness: 0.62,
  }),
  claim(1, {
    kind: 'reported',
    text: 'The minister said that the Northern Grid Alliance had agreed to the plan in principle.',
    speaker: 0,
    about: [3],
    paragraph: 4,
    checkWorthiness: 0.55,
  }),
  claim(2, {
    kind: 'statistic',
    text: 'About 30 percent of the power used in Velland came from its own dams in 2030.',
    about: [5, 2],
    when: { from: '2030-01-01', to: '2030-12-31' },
    quantities: [percent(30, 'the power used in Velland')],
    paragraph: 5,
    checkWorthiness: 0.94,
  }),
  claim(3, {
    kind: 'quote',
    text: '“Nobody has shown how this is to be paid for,” said Ilse Brandt, analyst of the Hafen Institute.',
    quotes: ['Nobody has shown how this is to be paid for'],
    speaker: 1,
    paragraph: 7,
    checkWorthiness: 0.38,
  }),
  claim(4, {
    kind: 'quote',
    text: 'She called the report “a collection of old numbers” and its timing “a courtesy to those who wish to buy”.',
    quotes: ['a collection of old numbers', 'a courtesy to those who wish to buy'],
    speaker: 0,
    about: [4],
    paragraph: 9,
    checkWorthiness: 0.3,
  }),
  claim(5, {
    kind: 'assertion',
    text: 'The two dams were built in 1962 with a loan of 2.5 billion dollars.',
    quantities: [{ value: 2_500_000_000, unit: 'USD', of: 'loan' }],
    when: { from: '1962-01-01', to: '1962-12-31' },
    speakerWords: 'officials',
    paragraph: 11,
    checkWorthiness: 0.71,
  }),
];

export const reading: PageReading = {
  article: {
    url: 'https://meridian.example/2031/dams?from=front',
    canonicalUrl: 'https://meridian.example/2031/dams',
    title: 'Minister rules out sale of river dams',
    publisher: 'The Meridian Post',
    authors: ['A. Writer'],
    publishedAt: '2031-02-10T07:30:00Z',
    language: 'en',
    country: null,
  },
  receipt: { readAt: '2031-02-11T06:02:00Z', textHash: 'a3'.repeat(32) },
  why: { code: 'textInArticle', paragraphs: 14 },
  figures,
  groups: [figure(9, { name: 'the couple', mentions: 2, members: [0, 1] })],
  claims,
};

const fact = (draft: Partial<FactLine> & Pick<FactLine, 'predicate' | 'text'>): FactLine => ({
  literal: null,
  entity: null,
  validFrom: null,
  validTo: null,
  tense: 'holds',
  source: sources.list,
  ...draft,
});

export const statement = (id: string, draft: Partial<Statement> & Pick<Statement, 'text'>): Statement => ({
  id: asClaimId(id),
  kind: 'quote',
  quote: null,
  speaker: null,
  speakerName: null,
  quantities: [],
  saidAt: null,
  source: sources.earlier,
  earlier: [],
  goneAt: null,
  ...draft,
});

export const minister: FigureContext = {
  kind: 'figure',
  entity: briefs.minister,
  roleOnDay: 'Minister of energy of Velland',
  roleNow: 'Ambassador to the Northern Grid Alliance',
  facts: [
    fact({
      predicate: 'jobTitle',
      text: 'Minister of energy',
      validFrom: '2029-11',
      validTo: '2032',
      entity: briefs.ministry,
    }),
    fact({
      predicate: 'jobTitle',
      text: 'Member of parliament',
      validFrom: '2025',
      validTo: '2029',
      tense: 'no-longer',
    }),
    fact({
      predicate: 'jobTitle',
      text: 'Ambassador',
      validFrom: '2032-03',
      tense: 'not-yet',
      entity: briefs.alliance,
    }),
    fact({
      predicate: 'birthDate',
      text: '14 May 1978',
      literal: { date: '1978-05-14', qualifier: null },
      source: sources.agency,
    }),
    fact({ predicate: 'birthPlace', text: 'Port Aubrey', entity: briefs.capital }),
    fact({
      predicate: 'knows',
      text: 'Met the heads of 14 grids at the summit',
      entity: briefs.summit,
      source: sources.earlier,
    }),
  ],
  saidBefore: [
    statement('s1', {
      text: '“The dams belong to those who drink from them,” the minister said.',
      quote: 'The dams belong to those who drink from them',
      speaker: briefs.minister,
      saidAt: '2031-01-23',
    }),
    statement('s2', {
      text: 'The minister expected the alliance to decide before the summer.',
      kind: 'reported',
      source: sources.agency,
    }),
  ],
  metIn: [sources.earlier, sources.agency],
  notes: ['Asked for an interview in May; no answer yet.'],
  picture: null,
  candidates: [],
};

export const emptyFigure: FigureContext = {
  kind: 'figure',
  entity: null,
  roleOnDay: null,
  roleNow: null,
  facts: [],
  saidBefore: [],
  metIn: [],
  notes: [],
  picture: null,
  candidates: [],
};

export const namesakes: FigureContext = { ...emptyFigure, candidates: [briefs.minister, briefs.minister2] };
