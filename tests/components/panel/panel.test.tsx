// @vitest-environment jsdom
import { words } from '../../../lib/i18n/words.ts';
import axe from 'axe-core';
import { useReducer } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { reading } from '../../../components/gallery/fixtures.ts';
import { galleryTools } from '../../../components/gallery/tools.ts';
import { counts } from '../../../components/gallery/store-fixtures.ts';
import { panelExamples } from '../../../components/gallery/states.ts';
import { dossierOf } from '../../../components/panel/dossier.ts';
import { PagePanel, type PagePanelProps } from '../../../components/panel/PagePanel.tsx';
import { firstPanel, panelState, type PanelState } from '../../../components/panel/panel-state.ts';
import { asClaimId } from '../../../lib/model/ids.ts';
import { ok } from '../../../lib/model/result.ts';
import { defaultSettings } from '../../../lib/model/settings.ts';
import { byName, press, show, textOf, type } from '../render.tsx';

const memory: PagePanelProps['memory'] = {
  view: { state: 'none' },
  urls: ['https://meridian.example/2031/dams'],
  now: Date.now,
  onChoose: () => {},
  onForget: async () => 1,
  onSite: () => {},
};

const Panel = ({ start, ...rest }: { readonly start: PanelState } & Partial<PagePanelProps>) => {
  const [state, on] = useReducer(panelState, start);
  return (
    <PagePanel
      sync={null}
      unsaved={false}
      state={state}
      on={on}
      askPicture={async () => ok(null)}
      ask={() => new Promise(() => {})}
      tools={galleryTools}
      onCopy={async () => true}
      onPick={() => {}}
      onReveal={() => {}}
      onSettings={() => {}}
      onReload={() => {}}
      onReadNow={() => {}}
      onLibrary={() => {}}
      onOptions={() => {}}
      onSidePanel={null}
      memory={memory}
      {...rest}
    />
  );
};

const analysed: PanelState = {
  ...firstPanel,
  host: 'meridian.example',
  address: 'https://meridian.example/2031/dams',
  counts,
  page: { state: 'analysed', reading },
};

const stateOf = (title: string): PanelState => {
  const found = panelExamples.find((example) => example.title === title);
  if (found === undefined) throw new Error(`no example ${title}`);
  return found.state;
};

test('a pattern that keeps a page from being read is named before it is taken away', async () => {
  const settings = { ...defaultSettings, sitesOff: ['*.example', 'elsewhere.test', 'meridian.example/2031'] };
  const page = { state: 'off', why: 'site-off' } as const;
  const onSettings = vi.fn();
  await show(<Panel start={{ ...analysed, settings, page }} onSettings={onSettings} />);
  expect(textOf(document.body)).toContain(words.panel.siteOff.text({ site: '*.example, meridian.example/2031' }));
  await press(byName('button', words.panel.switchOn));
  expect(onSettings).toHaveBeenCalledWith(expect.objectContaining({ sitesOff: ['elsewhere.test'] }));
});

describe('states without lists say what is the matter and what can be done', () => {
  test.each([
    ['Reading', 'Reading the page…', null],
    ['Not an article', 'Not a news article', 'Read it all the same'],
    ['Off on this site', 'Off on this site', 'Switch on'],
    ['Paused', 'Paused everywhere', 'Resume'],
    ['Not a chosen site', 'Not one of your sites', 'Always read this site'],
    ['On click', 'Read on click', 'Read this page'],
    ['Page of the browser', 'A page of the browser', null],
    ['PDF', 'A PDF', null],
    ['Open before install', 'Not read yet', 'Reload page'],
    ['Failed', 'The page could not be read', 'Reload page'],
    ['No names at all', 'No names found', null],
  ])('%s', async (title, heading, action) => {
    await show(<Panel start={stateOf(title)} />);
    const notice = document.querySelector('.notice');
    expect(textOf(notice?.querySelector('h2') ?? null)).toBe(heading);
    expect(notice?.querySelector('button')?.textContent ?? null).toBe(action);
  });

  test.each(['store', 'storeTooNew'] as const)(
    'of a store that does not open (%s), with the way to the library',
    async (why) => {
      const onLibrary = vi.fn<() => void>();
      await show(<Panel start={{ ...analysed, page: { state: 'failed', why } }} onLibrary={onLibrary} />);
      expect(textOf(document.querySelector('.notice__text'))).toBe(words.reasons.failure[why]);
      await press(byName('.notice button', words.library.openIt));
      expect(onLibrary).toHaveBeenCalledTimes(1);
    },
  );
});

describe('lists', () => {
  test('figures stand by type with their counts on demand, known and unknown', async () => {
    await show(<Panel start={{ ...analysed, order: { figures: 'type', claims: 'reading' } }} />);
    expect([...document.querySelectorAll('.row-list__title')].map(textOf)).toEqual([
      'People 3',
      'Organisations 3',
      'Places 1',
      'Events 1',
      'Laws and treaties 1',
    ]);
    expect(textOf(byName('.row', 'Ilse Brandt'))).toContain('Not in your store · “analyst of the Hafen Institute”');
  });

  test('a row says the type of its name, whose shape not everybody sees', async () => {
    await show(<Panel start={analysed} />);
    const rows = [...document.querySelectorAll('.row')].map(textOf);
    expect(rows.length).toBe(reading.figures.length);
    for (const [nth, { name, type }] of reading.figures.entries())
      expect(rows[nth]).toContain(`${name}, ${words.type[type].one},`);
  });

  test('figures stand by importance at first, claims in the order of the article', async () => {
    await show(<Panel start={analysed} />);
    const names = [...document.querySelectorAll('.row__name')].map(textOf);
    expect(names).toEqual(reading.figures.map(({ name }) => name));
    await press(byName('[role=tab]', 'Claims'));
    expect([...document.querySelectorAll('.row__words')].map(textOf)).toEqual(reading.claims.map(({ text }) => text));
    await press(byName('input[value=worth]', ''));
    const worth = [...document.querySelectorAll('.row__words')].map(textOf);
    const mostWorth = reading.claims.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness);
    expect(worth).toEqual(mostWorth.map(({ text }) => text));
  });

  test.each([
    ['with names', reading, '.panel__note', 'This page is in another language (German).'],
    ['without names', { ...reading, figures: [], claims: [] }, '.notice h2', 'Not an English page'],
  ])('a page in a language that is not read says so, %s', async (_, found, place, told) => {
    const german = { ...found, article: { ...found.article, language: 'de' } };
    await show(<Panel start={{ ...analysed, page: { state: 'analysed', reading: german } }} />);
    expect(textOf(document.querySelector(place))).toContain(told);
  });

  test('a claim that differs from what was read before stands on top', async () => {
    const claims = reading.claims.map((claim, at) =>
      at === 3 ? { ...claim, related: [{ claim: asClaimId('c1'), relation: 'differs' as const }] } : claim,
    );
    await show(
      <Panel start={{ ...analysed, tab: 'claims', page: { state: 'analysed', reading: { ...reading, claims } } }} />,
    );
    expect([...document.querySelectorAll('.row-list__title')].map(textOf)).toEqual([
      'Differs from what you read before 1',
      `Other claims ${claims.length - 1}`,
    ]);
    expect(textOf(document.querySelector('.row__words'))).toBe(claims[3]?.text);
  });

  test.each(['claims', 'timeline'] as const)('under %s the words of the article are in its language', async (tab) => {
    const article = { ...reading.article, language: 'sv' };
    await show(<Panel start={{ ...analysed, page: { state: 'analysed', reading: { ...reading, article } }, tab }} />);
    const spoken = [...document.querySelectorAll('.row__words')].map((each) => each.getAttribute('lang'));
    expect(spoken.length).toBeGreaterThan(2);
    expect(new Set(spoken)).toEqual(new Set(['sv']));
  });

  test('the picture of relations draws each type in its shape', async () => {
    await show(<Panel start={{ ...analysed, tab: 'relations' }} />);
    const shapes = [...document.querySelectorAll('.relations__node')].map((node) => node.firstElementChild?.tagName);
    expect(new Set(shapes)).toEqual(new Set(['circle', 'rect', 'path']));
  });

  test('what to forget opens above its line, and what reaches further than a page is asked about beside its button', async () => {
    const onForget = vi.fn(async () => 3);
    await show(<Panel start={analysed} memory={{ ...memory, onForget }} />);
    const opener = byName('[aria-expanded]', 'Nothing of this page is remembered.');
    await press(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    await press(byName('button', 'All ever read'));
    expect(textOf(document.activeElement)).toContain('What is forgotten does not come back.');
    await press(byName('button', 'All ever read'));
    expect(onForget).not.toHaveBeenCalled();
    await type(byName('[role="group"]', 'All ever read'), 'Escape');
    expect(document.querySelector('.question')).toBeNull();
    await press(byName('button', 'All ever read'));
    await press(byName('button', 'Forget, for good'));
    expect(onForget).toHaveBeenCalledWith({ kind: 'all' });
  });

  test('formats to save claims in open over the list, and Escape closes them alone', async () => {
    const keys: string[] = [];
    document.addEventListener('keydown', ({ key }) => keys.push(key), { once: true });
    await show(<Panel start={{ ...analysed, tab: 'claims' }} />);
    const opener = byName('button', 'Save ');
    await press(opener);
    await type(byName('button', 'CSV'), 'Escape');
    expect([document.querySelector('.export-claims__formats'), keys]).toEqual([null, []]);
    expect(document.activeElement).toBe(opener);
    await press(opener);
    byName('button', 'CSV').focus();
    byName('[role="tab"]', 'Names').focus();
    await vi.waitFor(() => expect(opener.getAttribute('aria-expanded')).toBe('false'));
  });

  test('a relation leads to its first claim', async () => {
    const onPick = vi.fn();
    await show(<Panel start={{ ...analysed, tab: 'relations' }} onPick={onPick} />);
    await press(byName('.row', 'Marta Oyelaran on Port Aubrey'));
    expect(onPick).toHaveBeenCalledWith({ kind: 'claim', index: 0 });
  });

  test('dated claims stand in the order of time, in a picture’s table and in a list that leads to them', async () => {
    const onPick = vi.fn();
    await show(<Panel start={{ ...analysed, tab: 'timeline' }} onPick={onPick} />);
    const dates = ['1962', '2030', '9 February 2031'];
    expect([...document.querySelectorAll('.timeline tbody td:first-child')].map(textOf)).toEqual(dates);
    expect([...document.querySelectorAll('.panel-timeline__when')].map(textOf)).toEqual(dates);
    await press(byName('.row', '1962'));
    expect(onPick).toHaveBeenCalledWith({ kind: 'claim', index: 5 });
  });

  test('the dossier is copied with all that the page names and claims', async () => {
    const onCopy = vi.fn(async () => true);
    await show(<Panel start={analysed} onCopy={onCopy} />);
    await press(byName('button', 'Copy the page’s dossier'));
    expect(onCopy).toHaveBeenCalledWith(dossierOf(reading));
    expect(textOf(document.querySelector('.panel__outcome'))).toBe('Copied');
  });

  test('a row leads to what it names', async () => {
    const onPick = vi.fn();
    await show(<Panel start={analysed} onPick={onPick} />);
    await press(byName('.row', 'NGA'));
    expect(onPick).toHaveBeenCalledWith({ kind: 'figure', cluster: 'm3' });
  });

  test.each(['Back', 'Escape'])('%s leads from a card in place to the row that opened it', async (way) => {
    const Side = () => {
      const [state, on] = useReducer(panelState, analysed);
      return <Panel start={analysed} state={state} on={on} onPick={(view) => on({ type: 'open', view })} />;
    };
    await show(<Side />);
    const row = byName('.row', 'NGA');
    await press(row);
    await vi.waitFor(() => expect(document.activeElement?.classList.contains('card')).toBe(true));
    expect(row.closest('[hidden]')).not.toBeNull();
    if (way === 'Back') await press(byName('button', 'Back'));
    else await type(document.activeElement as HTMLElement, way);
    expect(document.querySelector('.card')).toBeNull();
    expect(row.closest('[hidden]')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(row));
  });

  test('arrows move between tabs, and from row to row', async () => {
    await show(<Panel start={analysed} />);
    byName('[role=tab]', 'Names').focus();
    await type(byName('[role=tab]', 'Names'), 'ArrowRight');
    expect(byName('[role=tab]', 'Claims').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(byName('[role=tab]', 'Claims'));
    const rows = [...document.querySelectorAll<HTMLElement>('.row')];
    const search = byName('input', '');
    search.focus();
    await type(search, 'ArrowDown');
    expect(document.activeElement).toBe(rows[0]);
    await type(rows[0]!, 'End');
    expect(document.activeElement).toBe(rows.at(-1));
  });

  test('what is searched leaves of relations and dates what claims with those words say', async () => {
    const counts = () => [...document.querySelectorAll('[role=tab]')].map(textOf);
    await show(<Panel start={{ ...analysed, tab: 'timeline', query: 'dams' }} />);
    expect(counts().slice(2)).toEqual(['Relations 1', 'Timeline 2']);
    expect([...document.querySelectorAll('.panel-timeline__when')].map(textOf)).toEqual(['1962', '2030']);
    const results = { state: 'ready', value: [] } as const;
    await show(<Panel key="2" start={{ ...analysed, tab: 'timeline', query: 'collection', results }} />);
    expect(counts().slice(2)).toEqual(['Relations 1', 'Timeline 0']);
    expect(textOf(document.querySelector('.panel__note'))).toBe('No dates found');
  });

  test('what the tab beside has is told', async () => {
    await show(
      <Panel start={{ ...analysed, tab: 'claims', query: 'sprinter', results: { state: 'ready', value: [] } }} />,
    );
    expect(textOf(document.querySelector('.panel__note'))).toBe('Nothing found on this page or in your store.');
    await show(
      <Panel
        key="2"
        start={{ ...analysed, tab: 'claims', query: 'analyst of', results: { state: 'ready', value: [] } }}
      />,
    );
    expect(document.querySelectorAll('.row')).toHaveLength(1);
    await show(
      <Panel
        key="3"
        start={{ ...analysed, tab: 'claims', query: 'lantern', results: { state: 'ready', value: [] } }}
      />,
    );
    expect(textOf(document.querySelector('.panel__note'))).toBe('No claim matches, but a name does.');
  });
});

describe('switches', () => {
  test.each([
    ['off for the site', analysed, '[role=switch]', '', { paused: false, sitesOn: [], sitesOff: ['meridian.example'] }],
    [
      'on for the site again',
      stateOf('Off on this site'),
      '[role=switch]',
      '',
      { paused: false, sitesOn: [], sitesOff: [] },
    ],
    ['everywhere', analysed, 'button', 'Pause everywhere', { paused: true }],
    ['everywhere again', stateOf('Paused'), '.notice button', 'Resume', { paused: false }],
    ['density', analysed, 'input[value=everything]', '', { density: 'everything' }],
  ] as const)('%s', async (_, start, selector, name, patch) => {
    const onSettings = vi.fn();
    await show(<Panel start={start} onSettings={onSettings} />);
    await press(byName(selector, name));
    expect(onSettings).toHaveBeenCalledWith(patch);
  });
});

/** Contrast is held by tokens.test.ts: jsdom draws nothing. */
const rules = { 'color-contrast': { enabled: false } };
test.each(panelExamples.map(({ title, state }) => [title, state] as const))(
  'a panel as a page of its own, %s, has no fault that axe finds',
  async (_, state) => {
    document.documentElement.lang = 'en';
    document.title = 'Panel';
    await show(<Panel start={state} />);
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  },
);
