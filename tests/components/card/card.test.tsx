// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { type AskCard, CardStack, type CardStackProps } from '../../../components/card/CardStack.tsx';
import type { CardView } from '../../../components/card/view.ts';
import { emptyClaim, share } from '../../../components/gallery/claim-fixtures.ts';
import { briefs, emptyFigure, minister, namesakes, reading } from '../../../components/gallery/fixtures.ts';
import type { CardContext, FigureContext } from '../../../lib/model/card.ts';
import { asClusterId } from '../../../lib/model/ids.ts';
import { failed, ok } from '../../../lib/model/result.ts';
import { galleryTools } from '../../../components/gallery/tools.ts';
import { byName, fill, press, show, textOf } from '../render.tsx';

const figure = (at: number): CardView => ({ kind: 'figure', cluster: asClusterId(`m${at}`) });
const claim = (index: number): CardView => ({ kind: 'claim', index });
const answers = (context: CardContext): AskCard => vi.fn(async () => ok(context));
const never: AskCard = () => new Promise(() => {});

const card = (first: CardView, rest: Partial<CardStackProps> = {}) => (
  <CardStack
    first={first}
    reading={reading}
    where={{ place: 'floating', pinned: false, onPin: () => {}, onClose: () => {} }}
    ask={answers(emptyFigure)}
    onReveal={null}
    onCopy={async () => true}
    {...rest}
  />
);

const sections = (): string[] => [...document.querySelectorAll('h3')].map((head) => textOf(head));

describe('a figure', () => {
  test.each<[string, CardView, AskCard, readonly string[]]>([
    [
      'known',
      figure(0),
      answers(minister),
      ['In this article 3 statements', 'Your notes', 'Said before 2 outlets', 'Facts', 'Seen in 2 sources'],
    ],
    ['known, before the store answers', figure(0), never, ['In this article 3 statements']],
    ['unknown', figure(1), answers(emptyFigure), ['In this article 1 statement']],
    ['of a name that several bear', figure(7), answers(namesakes), ['Which of these?']],
    ['of which the article speaks', figure(5), answers(emptyFigure), ['What the article reports 2 claims']],
  ])('%s: its sections', async (_, view, ask, expected) => {
    await show(card(view, { ask }));
    expect(sections()).toEqual(expected);
  });

  test.each([
    [figure(0), minister, 'Person Marta Oyelaran Minister of energy of Velland · on 10 February 2031Today: Ambassador'],
    [figure(1), emptyFigure, 'Person Ilse Brandt Not in your store · “analyst of the Hafen Institute”'],
  ])('its head', async (view, context, expected) => {
    await show(card(view, { ask: answers(context) }));
    expect(textOf(document.querySelector('.card-header__text')).replace(/([a-z])([A-Z])/g, '$1 $2')).toContain(
      expected,
    );
  });

  test('each fact has its source on demand', async () => {
    await show(card(figure(0), { ask: answers(minister) }));
    const receipt = byName('button', 'Source: Born, 14\u00A0May 1978');
    const source = document.getElementById(receipt.getAttribute('aria-controls') ?? '');
    expect(source?.hidden).toBe(true);
    await press(receipt);
    expect(source?.hidden).toBe(false);
    expect(textOf(source)).toBe('Grid operators publish yearly balance, Velland Press Agency, 2 December 2030');
  });

  test('what it said leads to the page', async () => {
    const onReveal = vi.fn();
    await show(card(figure(0), { ask: answers(minister), onReveal }));
    await press(byName('.statements__link', '“No dam will be sold'));
    expect(onReveal).toHaveBeenCalledWith({ kind: 'claim', index: 0 }, 0);
  });

  test('a chip opens another card, and Back returns', async () => {
    const ask = vi.fn<AskCard>(async (request) =>
      ok(request.kind === 'figure' && request.entity === briefs.minister.id ? minister : emptyFigure),
    );
    await show(card(figure(0), { ask }));
    await press(byName('.chip', 'Ministry of Energy'));
    expect(textOf(document.querySelector('h2'))).toBe('Ministry of Energy');
    expect(document.activeElement?.classList.contains('card')).toBe(true);
    await press(byName('button', 'Back'));
    expect(textOf(document.querySelector('h2'))).toBe('Marta Oyelaran');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('Back leads the focus to what the other card was opened from', async () => {
    await show(card(figure(0), { ask: answers(minister) }));
    byName('.chip', 'Ministry of Energy').focus();
    await press(byName('.chip', 'Ministry of Energy'));
    await press(byName('button', 'Back'));
    expect(document.activeElement).toBe(byName('.chip', 'Ministry of Energy'));
  });

  test('Back leads the focus to the card where nothing in it had it', async () => {
    await show(card(figure(0), { ask: answers(minister) }));
    await press(byName('.chip', 'Ministry of Energy'));
    await press(byName('button', 'Back'));
    expect(document.activeElement?.classList.contains('card')).toBe(true);
  });

  test('a button of an icon has one name, and no description that says it again', async () => {
    await show(card(figure(0), { ask: answers(minister) }));
    const icons = [...document.querySelectorAll('button:has(svg)')].filter((each) => textOf(each) === '');
    expect(icons.length).toBeGreaterThan(3);
    for (const icon of icons) {
      expect(icon.getAttribute('title')).not.toBe('');
      expect(icon.getAttribute('title')).not.toBe(icon.getAttribute('aria-label'));
    }
  });

  test('a description of two leads to both, and has no tools of its own', async () => {
    await show(card(figure(9)));
    expect(textOf(document.querySelector('h2'))).toBe('the couple');
    expect(sections()).toEqual(['Named in this article']);
    expect([...document.querySelectorAll('.card-tools')]).toEqual([]);
    await press(byName('.chip', 'Ilse Brandt'));
    expect(textOf(document.querySelector('h2'))).toBe('Ilse Brandt');
  });

  test('a failure tells why and can be tried again', async () => {
    const ask = vi.fn<AskCard>(async () => failed({ code: 'QuotaExceeded', detail: '12 bytes' }));
    await show(card(figure(0), { ask }));
    expect(textOf(document.querySelector('[role=alert]'))).toContain('There is no room left.');
    ask.mockResolvedValue(ok(minister));
    await press(byName('button', 'Try again'));
    expect(sections()).toContain('Facts');
  });

  test('it says what the store says now, and keeps what it said where that does not answer', async () => {
    const ask = vi.fn<AskCard>(async () => ok({ ...minister, facts: [] }));
    await show(card(figure(0), { ask, revision: 0 }));
    expect(sections()).not.toContain('Facts');
    ask.mockResolvedValue(ok(minister));
    await show(card(figure(0), { ask, revision: 1 }));
    expect(sections()).toContain('Facts');
    ask.mockResolvedValue(failed({ code: 'StoreUnavailable', detail: '' }));
    await show(card(figure(0), { ask, revision: 2 }));
    expect(sections()).toContain('Facts');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  test('a note that was kept is said to be', async () => {
    const onEdit = vi.fn(async () => null);
    await show(card(figure(0), { ask: answers(minister), tools: { ...galleryTools, onEdit } }));
    await press(byName('button', 'Note'));
    await fill(document.querySelector('textarea'), 'Ask again');
    await press(byName('button', 'Save'));
    expect(onEdit).toHaveBeenCalledWith(expect.objectContaining({ kind: 'add-note', text: 'Ask again' }));
    expect(document.querySelector('form')).toBeNull();
    expect(textOf(document.querySelector('.card [role=status]'))).toBe('Done · note added');
    await press(byName('button', 'Note'));
    expect(document.querySelector('.card [role=status]')).toBeNull();
  });

  test('a question that throws is a failure too', async () => {
    await show(card(figure(0), { ask: () => Promise.reject(new Error('gone')) }));
    expect(textOf(document.querySelector('[role=alert]'))).toContain('Your store did not answer.');
  });

  test('a long list unfolds', async () => {
    const many: FigureContext = {
      ...minister,
      facts: Array.from({ length: 12 }, (_, at) => ({ ...minister.facts[3]!, text: `fact ${at}` })),
    };
    await show(card(figure(0), { ask: answers(many) }));
    expect(document.querySelectorAll('.fact')).toHaveLength(5);
    await press(byName('.unfold', 'Show all 12'));
    expect(document.querySelectorAll('.fact')).toHaveLength(12);
  });
});

describe('a claim', () => {
  test.each([
    [claim(2), 'Statistic · no source named'],
    [claim(4), 'Quote · Marta Oyelaran'],
    [claim(5), 'Assertion · officials'],
  ])('its kind and who', async (view, expected) => {
    await show(card(view, { ask: answers(emptyClaim) }));
    expect(textOf(document.querySelector('h2'))).toBe(expected);
  });

  test('the words of the article are in its language, whatever the interface speaks', async () => {
    const article = { ...reading.article, language: 'sv' };
    await show(card(claim(4), { ask: answers(emptyClaim), reading: { ...reading, article } }));
    const spoken = [...document.querySelectorAll('.words, .claim__sentence')].map((each) => each.getAttribute('lang'));
    expect(spoken).toEqual(['sv', 'sv']);
  });

  test('numbers that differ are drawn, and read as a table', async () => {
    await show(card(claim(2), { ask: answers(share) }));
    expect(sections()).toEqual([
      'Numbers in it',
      'Fact checks 1 review',
      'Changed since you read it',
      'Numbers differ 3 sources',
      'Seen in 2 independent outlets',
      'Related statements 3 statements',
    ]);
    const rows = [...document.querySelectorAll('tbody tr')].map(textOf);
    expect(rows).toEqual([
      '17%power in the dry monthsThe Aubrey Courier, 2031',
      '22%power in 2030Velland Press Agency, 2030',
      '30%the power used in Vellandthis article',
    ]);
  });

  test('every receipt leads to the very words, its own and those of others', async () => {
    await show(card(claim(2), { ask: answers(share) }));
    const fragments = (selector: string): string[] =>
      [...document.querySelectorAll<HTMLAnchorElement>(`${selector} a[href]`)].map(({ href }) =>
        decodeURIComponent(href.split('#:~:text=')[1] ?? 'none'),
      );
    expect(fragments('.claim__words')).toEqual(['About 30 percent of the,its own dams in 2030.']);
    expect(fragments('.related')).toEqual([
      'Dams gave 22 percent of the country’s power in the past year.',
      'The share of the dams,percent in the dry months.',
      'The dams carry us through the winter',
    ]);
  });

  test('the receipt of the claim itself leads to its place where the page is at hand', async () => {
    const onReveal = vi.fn();
    await show(card(claim(2), { ask: answers(share), onReveal }));
    const link = document.querySelector<HTMLAnchorElement>('.claim__words a');
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    link?.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(true);
    expect(onReveal).toHaveBeenCalledWith({ kind: 'claim', index: 2 }, 0);
  });

  test.each([
    ['says so when it is copied', true, 'Citation copied'],
    ['shows the text where copying is refused', false, 'Could not copy.'],
  ])('%s', async (_, copied, expected) => {
    const onCopy = vi.fn(async () => copied);
    await show(card(claim(4), { ask: answers(emptyClaim), onCopy }));
    await press(byName('button', 'Copy citation'));
    expect(onCopy).toHaveBeenCalledWith(
      expect.stringContaining('— Marta Oyelaran, Minister rules out sale of river dams'),
    );
    expect(textOf(document.querySelector('[role=status]'))).toContain(expected);
    expect(document.querySelector('textarea') === null).toBe(copied);
  });
});

describe('what comes from a page or a store stays text', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const context: FigureContext = {
    ...minister,
    facts: [
      {
        ...minister.facts[0]!,
        text: evil,
        source: { ...minister.facts[0]!.source, url: 'javascript:alert(1)', title: evil },
      },
    ],
    saidBefore: [
      {
        ...minister.saidBefore[0]!,
        quote: evil,
        source: { ...minister.saidBefore[0]!.source, url: 'javascript:alert(1)' },
      },
    ],
    metIn: [],
  };

  test('no markup, and no links but to the web', async () => {
    const figures = reading.figures.map((each) => ({ ...each, name: evil, description: evil }));
    await show(card(figure(0), { reading: { ...reading, figures }, ask: answers(context) }));
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).toContain(evil);
    expect([...document.querySelectorAll('a')].map(({ protocol }) => protocol)).toEqual([]);
  });

  test('links say nothing of where they come from', async () => {
    await show(card(figure(0), { ask: answers(minister) }));
    const links = [...document.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(0);
    for (const { rel, target } of links) expect([rel, target]).toEqual(['noopener noreferrer', '_blank']);
  });
});

test('pin and close are the floating card’s own', async () => {
  const where = { place: 'floating', pinned: false, onPin: vi.fn(), onClose: vi.fn() } as const;
  await show(card(figure(0), { where }));
  await press(byName('button', 'Keep open'));
  expect(where.onPin).toHaveBeenCalledWith(true);
  await press(byName('button', 'Close'));
  expect(where.onClose).toHaveBeenCalledOnce();
});

test('in a panel, mentions are walked through around the ends', async () => {
  const onReveal = vi.fn();
  await show(card(figure(6), { where: { place: 'inline' }, onReveal }));
  await press(byName('button', 'Show on the page'));
  await press(byName('button', 'Next mention'));
  await press(byName('button', 'Next mention'));
  expect(onReveal.mock.calls.map(([, nth]) => nth)).toEqual([0, 1, 0]);
});

test.each([
  [
    'the name in the words becomes a chip',
    'Head of the Ministry of Energy since the vote',
    'Head of the | Ministry of Energy since the vote until 2032',
  ],
  ['a name that the words do not have stands below them', 'Minister', 'Minister | Ministry of Energy until 2032'],
  ['words that are but the name show once', 'Ministry of Energy', 'Ministry of Energy until 2032'],
])('a fact and its entity: %s', async (_, text, expected) => {
  const facts = [{ ...minister.facts[0]!, text, validFrom: null, validTo: '2032' }];
  await show(card(figure(0), { ask: answers({ ...minister, facts }) }));
  for (const unseen of document.querySelectorAll('.fact .unseen')) unseen.remove();
  const lines = [...document.querySelectorAll('.fact-value > *')].map(textOf);
  expect(lines.join(' | ')).toBe(expected);
});

test.each([
  [
    'of another day than its source',
    '2031-01-24',
    '2031-01-20',
    'The Harbour Post, 24 January 2031, said 20 January 2031',
  ],
  ['of the same day', '2031-01-24T08:00:00Z', '2031-01-24', 'The Harbour Post, 24 January 2031'],
  ['of the same year, as far as is known', '2031-01-24', '2031', 'The Harbour Post, 24 January 2031'],
  ['of a source without a day', null, '2031-01-20', 'The Harbour Post, 20 January 2031'],
  ['of no known day', '2031-01-24', null, 'The Harbour Post, 24 January 2031'],
])('the receipt of words %s', async (_, publishedAt, saidAt, wanted) => {
  const [first] = minister.saidBefore;
  const source = { ...first!.source, publisher: 'The Harbour Post', publishedAt };
  const saidBefore = [{ ...first!, saidAt, source }];
  await show(card(figure(0), { ask: answers({ ...minister, facts: [], saidBefore }) }));
  expect(textOf(document.querySelector('.statements .source'))).toBe(`${source.title}, ${wanted}`);
});
