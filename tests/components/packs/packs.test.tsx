// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { describe, expect, type Mock, test, vi } from 'vitest';
import { Packs } from '../../../components/packs/Packs.tsx';
import type { PackActions, PackJob } from '../../../components/packs/pack-job.ts';
import { changesLine, packParts } from '../../../components/packs/pack-words.ts';
import { sizeWords } from '../../../components/sizes.ts';
import { changeByThemselves } from '../../../entrypoints/options/use-watch.ts';
import type { InstalledPack, UnfinishedImport } from '../../../lib/model/pack.ts';
import { byName, fill, press, show, textOf, type } from '../render.tsx';

const pack: InstalledPack = {
  id: 'test-pack',
  title: 'Test pack',
  version: '2026.11.1',
  publisher: 'Tests',
  licence: 'CC0-1.0',
  description: 'For tests.',
  isBuiltIn: false,
  fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef',
  entities: 9_075,
  facts: 4,
  claims: 1,
  bytes: 1_600_000,
  installedAt: Date.UTC(2026, 10, 23, 12),
  lost: [],
  created: '2026-11-23',
  expires: null,
  cameFrom: 'https://packs.example/test.json',
  previous: { version: '2026.11.0', bytes: 400_000 },
  changes: {
    fromVersion: '2026.11.0',
    added: 1,
    removed: 0,
    changed: 40,
    examples: { added: ['Zoe'], removed: [], changed: [{ name: 'Ada', what: ['name', 'facts'] }] },
  },
  subscription: { url: 'https://packs.example/test.json', checkedAt: null, nextAt: 0, trouble: null },
};

const actions = (): { readonly [Name in keyof PackActions]: Mock<PackActions[Name]> } => ({
  onFile: vi.fn(),
  onAddress: vi.fn(),
  onCancel: vi.fn(),
  onAnswer: vi.fn(),
  onDismiss: vi.fn(),
  onUpdate: vi.fn(),
  onSubscribe: vi.fn(),
  onRollBack: vi.fn(),
  onRemove: vi.fn(),
  onDiscard: vi.fn(),
});

interface Shown {
  readonly packs?: readonly InstalledPack[];
  readonly unfinished?: readonly UnfinishedImport[];
  readonly job?: PackJob;
}

async function open({ packs = [], unfinished = [], job = { state: 'idle' } }: Shown) {
  const called = actions();
  await show(<Packs packs={packs} unfinished={unfinished} job={job} {...called} />);
  return called;
}

describe('words', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_600_000, '1.6 MB'],
    [123_400_000, '123 MB'],
    [2_000_000_000, '2 GB'],
  ])('%i bytes', (bytes, said) => expect(sizeWords(bytes)).toBe(said));

  test('a pack in a line', () => {
    expect(packParts(pack).join(' · ')).toBe(
      'version 2026.11.1 · Tests · 9,075 names · 1.6 MB · since 23 November 2026',
    );
    expect(packParts({ ...pack, isBuiltIn: true })).toContain('comes with Sidelight');
  });

  test('what changed in a line, each count with its word', () => {
    expect(pack.changes === null ? '' : changesLine(pack.changes)).toBe('1\u00a0new · 40\u00a0changed');
  });
});

describe('an installed pack', () => {
  test('says what changed, by name', async () => {
    await open({ packs: [pack] });
    const text = textOf(document.querySelector('.pack'));
    expect(text).toContain('What changed since 2026.11.0');
    expect(text).toContain('Ada (name, facts)');
    expect(text).toContain('and 39 more');
  });

  test('is removed after a question alone', async () => {
    const { onRemove } = await open({ packs: [pack] });
    await press(byName('button', 'Remove…'));
    expect(onRemove).not.toHaveBeenCalled();
    expect(textOf(document.querySelector('.pack'))).toContain('free 2 MB');
    await press(document.querySelector<HTMLElement>('[role=group] .button--strong')!);
    expect(onRemove).toHaveBeenCalledWith('test-pack');
  });

  test('goes back, updates, and ends its subscription', async () => {
    const called = await open({ packs: [pack] });
    await press(byName('button', 'Go back to version 2026.11.0'));
    expect(called.onRollBack).toHaveBeenCalledWith('test-pack');
    await press(byName('button', 'Update now'));
    expect(called.onUpdate).toHaveBeenCalledWith('test-pack', 'https://packs.example/test.json');
    await press(document.querySelector<HTMLElement>('.pack [role=switch]')!);
    expect(called.onSubscribe).toHaveBeenCalledWith('test-pack', null);
  });

  test('that comes with the extension has no buttons', async () => {
    await open({ packs: [{ ...pack, isBuiltIn: true, changes: null, subscription: null, previous: null }] });
    expect(document.querySelectorAll('.pack button')).toHaveLength(0);
  });
});

describe('an import', () => {
  test('shows how far it is and can be stopped', async () => {
    const { onCancel } = await open({
      job: { state: 'running', what: 'Test pack, version 2026.11.1', done: 500_000, total: 1_000_000 },
    });
    const bar = document.querySelector('progress');
    expect([bar?.value, bar?.max]).toEqual([500_000, 1_000_000]);
    expect(document.getElementById(bar?.getAttribute('aria-labelledby') ?? '')?.textContent).toContain('Test pack');
    await press(byName('button', 'Stop'));
    expect(onCancel).toHaveBeenCalled();
  });

  test('asks about a publisher, with the key, and takes the focus', async () => {
    const { onAnswer } = await open({ job: { state: 'question', publisher: 'Tests', fingerprint: '0123 4567' } });
    // A key that begins with figures would not read from left to right in every language.
    expect(textOf(document.querySelector('bdi[dir="ltr"]'))).toBe('0123 4567');
    expect(textOf(document.activeElement)).toContain('0123 4567');
    await press(byName('button', 'Accept and add'));
    expect(onAnswer).toHaveBeenCalledWith(true);
  });

  test('gives the keyboard back to what began it, and Escape adds nothing', async () => {
    const Settings = () => {
      const [job, setJob] = useState<PackJob>({ state: 'idle' });
      const question: PackJob = { state: 'question', publisher: 'Tests', fingerprint: '0123 4567' };
      const running: PackJob = { state: 'running', what: 'Test pack', done: 1, total: 2 };
      return (
        <section>
          <Packs
            {...actions()}
            packs={[pack]}
            unfinished={[]}
            job={job}
            onUpdate={() => setJob(question)}
            onAnswer={(accepted) => setJob(accepted ? running : { state: 'idle' })}
            onCancel={() => setJob({ state: 'good', words: 'Stopped.' })}
          />
        </section>
      );
    };
    await show(<Settings />);
    const opener = byName('button', 'Update now');
    opener.focus();
    await press(opener);
    // As browsers do with what is disabled.
    expect(opener.matches(':disabled')).toBe(true);
    await type(byName('.packs__question', ''), 'Escape');
    expect(document.activeElement).toBe(opener);
    await press(opener);
    await press(byName('button', 'Accept and add'));
    expect(document.activeElement?.className).toBe('packs__running');
    await press(byName('button', 'Stop'));
    expect(document.activeElement).toBe(opener);
  });

  test('that was refused says why, at once', async () => {
    await open({ job: { state: 'refused', why: 'The pack expired on 2026-11-22.' } });
    expect(textOf(document.querySelector('[role=alert].packs__ended'))).toContain('expired on 2026-11-22');
  });

  test.each([
    [{ kind: 'url', name: 'https://packs.example/test.json', subscribe: true }, 'Resume', 'onAddress'],
    [{ kind: 'url', name: 'https://packs.example/test.json', subscribe: false }, 'Resume', 'onAddress'],
    [{ kind: 'file', name: 'test.slpack' }, 'Discard', 'onDiscard'],
  ] as const)('that stopped (%o) can %s', async (from, button, action) => {
    const unfinished: UnfinishedImport = {
      pack: 'test-pack',
      title: 'Test pack',
      version: '2026.11.1',
      from,
      done: 1,
      total: 2,
      trouble: { code: 'RemoteUnreachable', url: 'https://packs.example', detail: 'it broke' },
    };
    const called = await open({ unfinished: [unfinished] });
    expect(textOf(document.querySelector('.packs__unfinished'))).toContain(
      'Why: https://packs.example cannot be reached.',
    );
    await press(byName('button', button));
    // What was to be kept up to date still is.
    const told = from.kind === 'url' ? [from.name, from.subscribe] : ['test-pack'];
    expect(called[action]).toHaveBeenCalledWith(...told);
  });

  test('keeps an address until what lies there has come', async () => {
    const url = 'https://packs.example/pack.json';
    const field = (): HTMLInputElement | null => document.querySelector('.address-form__input');
    const { onAddress } = await open({});
    await fill(field(), url);
    await press(byName('button', 'Add'));
    expect(onAddress).toHaveBeenCalledWith(url, true);
    await open({ job: { state: 'refused', why: 'It is not there.' } });
    expect(field()?.value).toBe(url);
    await open({ job: { state: 'good', words: 'It is there.' } });
    expect(field()?.value).toBe('');
  });

  test('from an address that is not https is told so', async () => {
    const { onAddress } = await open({});
    await fill(document.querySelector('.address-form__input'), 'ftp://packs.example/');
    await press(byName('button', 'Add'));
    expect(onAddress).not.toHaveBeenCalled();
  });
});

test.each([
  [{ lost: ['search'] }, ['A search does not find its names', 'Add its file or address again']],
  [{ lost: ['search'], isBuiltIn: true }, ['put back by itself']],
  [{ lost: ['index', 'entries'] }, ['its index cannot be read', 'entries are lost']],
] as const)('a pack that has lost something says what, and what helps: %j', async (fields, said) => {
  await open({ packs: [{ ...pack, ...fields }] });
  const told = [...document.querySelectorAll('.pack__trouble')].map(textOf);
  expect(told).toHaveLength(fields.lost.length);
  for (const words of said) expect(told.join(' ')).toContain(words);
});

const unfinished: UnfinishedImport[] = [];

test.each<[string, Partial<InstalledPack>, boolean]>([
  ['whole', {}, false],
  ['without its index', { lost: ['index'] }, true],
  ['without its records', { lost: ['entries'] }, false],
  ['without both', { lost: ['search', 'entries'] }, true],
  ['that comes along, without its records', { lost: ['entries'], isBuiltIn: true }, true],
])('a pack %s: what is shown of it is looked at again for what may be put back', (_, other, isWatched) => {
  expect(changeByThemselves({ packs: [pack, { ...pack, ...other }], unfinished })).toBe(isWatched);
});
