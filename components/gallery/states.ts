import type { CardContext, CardRequest } from '../../lib/model/card.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { AskPicture } from '../card/pictures.ts';
import type { CardView } from '../card/view.ts';
import type { PageMemoryView } from '../memory/page-memory.ts';
import { firstPanel, type PanelState } from '../panel/panel-state.ts';
import type { AnyFailure } from '../ask-failure.ts';
import { emptyClaim, share } from './claim-fixtures.ts';
import { briefs, emptyFigure, minister, namesakes, nato, reading } from './fixtures.ts';
import { askBlinking, askBroken, askDrawing, withPicture } from './picture-fixtures.ts';
import { counts } from './store-fixtures.ts';

type Answer = Result<CardContext, AnyFailure>;

/** A store that answers at once, from the fixtures. */
const answer = async (request: CardRequest): Promise<Answer> => {
  if (request.kind === 'claim')
    return ok(request.quantities.some(({ unit }) => unit === 'percent') ? share : emptyClaim);
  if (request.candidates.length > 0) return ok(namesakes);
  if (request.entity === briefs.minister.id) return ok(minister);
  const entity = [...Object.values(briefs), nato].find(({ id }) => id === request.entity) ?? null;
  return ok({ ...emptyFigure, entity });
};

const pictured = async (request: CardRequest): Promise<Answer> => {
  const answered = await answer(request);
  return answered.ok && answered.value.kind === 'figure' ? ok(withPicture(answered.value)) : answered;
};
const unanswered: AskPicture = () => new Promise(() => {});
const never = (): Promise<Answer> => new Promise(() => {});
const failing = async (): Promise<Answer> => failed({ code: 'StoreUnavailable', detail: 'The disk is full.' });

export interface CardExample {
  readonly title: string;
  readonly view: CardView;
  readonly reading: PageReading | null;
  readonly ask: (request: CardRequest) => Promise<Answer>;
  readonly askPicture: AskPicture;
  readonly pinned: boolean;
}

const example = (title: string, view: CardView, rest: Partial<CardExample> = {}): CardExample => ({
  title,
  view,
  reading,
  ask: answer,
  askPicture: askDrawing,
  pinned: false,
  ...rest,
});

const figureView = (at: number): CardView => ({ kind: 'figure', cluster: asClusterId(`m${at}`) });

const longReading: PageReading = {
  ...reading,
  figures: reading.figures.map((figure, at) => ({
    ...figure,
    name:
      at === 1
        ? 'Her Excellency Maria-Alexandrowna Konstantinopolitanskaja-Wolfeschlegelsteinhausenberger'
        : figure.name,
  })),
};

/** Twenty letters and more without a space, in four scripts. */
const oneWord = [
  'Wolfeschlegelsteinhausen',
  'Константинопольский-Преображенский',
  'المستقبلون-والاستراتيجيون',
  '克里斯托弗·亚历山大·范德比尔特-约翰逊',
];

const oneWordReading = (name: string): PageReading => ({
  ...reading,
  figures: reading.figures.map((figure, at) => (at === 1 ? { ...figure, name } : figure)),
});

const rtlReading: PageReading = {
  ...reading,
  figures: reading.figures.map((figure, at) => ({
    ...figure,
    name: at === 1 ? 'ليلى حداد' : figure.name,
    role: at === 1 ? 'محللة في معهد هافن' : figure.role,
  })),
};

export const cardExamples: readonly CardExample[] = [
  example('Known figure', figureView(0)),
  example('With a picture', figureView(0), { ask: pictured }),
  example('A place with a picture', figureView(5), { ask: pictured }),
  example('An emblem', { kind: 'entity', brief: briefs.alliance }, { reading: null, ask: pictured }),
  example('A picture on its way', figureView(0), { ask: pictured, askPicture: unanswered }),
  example('A picture that cannot be shown', figureView(0), { ask: pictured, askPicture: askBroken }),
  example('A picture that moves', figureView(0), { ask: pictured, askPicture: askBlinking }),
  example('Unknown figure', figureView(1)),
  example('Several of one name', figureView(7)),
  example('Two under one description', figureView(9)),
  example('Statistic with differing figures', { kind: 'claim', index: 2 }),
  example('Quote', { kind: 'claim', index: 4 }),
  example('Assertion of unnamed officials', { kind: 'claim', index: 5 }, { pinned: true }),
  example('Entity that the page does not name', { kind: 'entity', brief: briefs.alliance }, { reading: null }),
  example('Place', figureView(5)),
  example('Still looking', figureView(2), { ask: never }),
  example('Store out of reach', figureView(6), { ask: failing }),
  example('A very long name', figureView(1), { reading: longReading }),
  ...oneWord.map((name) => example(`One word: ${name}`, figureView(1), { reading: oneWordReading(name) })),
  example('A name in another direction', figureView(1), { reading: rtlReading }),
];

export interface PanelExample {
  readonly title: string;
  readonly state: PanelState;
  readonly memory: PageMemoryView;
  /** Whether a change was not kept. */
  readonly unsaved: boolean;
}

const kept: PageMemoryView = {
  state: 'kept',
  siteOff: false,
  page: { url: null, title: '', publisher: null, firstReadAt: 0, readAt: 0, claims: 6 },
};
const base: PanelState = {
  ...firstPanel,
  host: 'meridian.example',
  address: 'https://meridian.example/2031/dams',
  counts,
};
const panel = (title: string, rest: Partial<PanelState>, memory: PageMemoryView = kept): PanelExample => ({
  title,
  state: { ...base, ...rest },
  memory,
  unsaved: false,
});

export const panelExamples: readonly PanelExample[] = [
  panel('Figures', { page: { state: 'analysed', reading } }),
  panel('Claims', { page: { state: 'analysed', reading }, tab: 'claims' }),
  panel('Not asked yet whether to remember', { page: { state: 'analysed', reading } }, { state: 'unasked' }),
  panel('Private window', { page: { state: 'analysed', reading } }, { state: 'private' }),
  { ...panel('A change that was not kept', { page: { state: 'analysed', reading } }), unsaved: true },
  panel('Figures by type', { page: { state: 'analysed', reading }, order: { figures: 'type', claims: 'reading' } }),
  panel('Relations', { page: { state: 'analysed', reading }, tab: 'relations' }),
  panel('Timeline', { page: { state: 'analysed', reading }, tab: 'timeline' }),
  panel('Searching', {
    page: { state: 'analysed', reading },
    query: 'or',
    results: { state: 'ready', value: [briefs.minister2, briefs.capital] },
  }),
  panel('Nothing found by search', {
    page: { state: 'analysed', reading },
    query: 'zz',
    results: { state: 'ready', value: [] },
  }),
  panel('A card in place', { page: { state: 'analysed', reading }, open: figureView(0) }),
  panel('No names at all', { page: { state: 'analysed', reading: { ...reading, figures: [], claims: [] } } }),
  panel('Reading', { page: { state: 'analysing' } }),
  panel('Not an article', {
    page: { state: 'not-article', why: { code: 'listOfArticles', paragraphs: 0 } },
  }),
  panel('Off on this site', {
    page: { state: 'off', why: 'site-off' },
    settings: { ...defaultSettings, sitesOff: ['meridian.example'] },
  }),
  panel('Not a chosen site', {
    page: { state: 'off', why: 'not-chosen' },
    settings: { ...defaultSettings, reach: 'chosen' },
  }),
  panel('On click', { page: { state: 'off', why: 'on-click' }, settings: { ...defaultSettings, reach: 'click' } }),
  panel('Paused', { page: { state: 'off', why: 'paused' }, settings: { ...defaultSettings, paused: true } }),
  panel('Page of the browser', { page: { state: 'unreadable', why: 'browser-page' }, host: null }),
  panel('PDF', { page: { state: 'unreadable', why: 'pdf' } }),
  panel('Open before install', { page: { state: 'unreached' } }),
  panel('Failed', { page: { state: 'failed', why: 'analysis' } }),
];
