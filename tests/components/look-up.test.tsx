// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { LookUpActions } from '../../components/look-up/actions.ts';
import { LookUp } from '../../components/look-up/LookUp.tsx';
import { words } from '../../lib/i18n/words.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { LookUpCandidate, LookUpFailure } from '../../lib/model/look-up.ts';
import { failed, ok } from '../../lib/model/result.ts';
import { byName, fill, press, show, textOf } from './render.tsx';

const { lookUp } = words;

const candidate = (fields: Partial<LookUpCandidate>): LookUpCandidate => ({
  item: null,
  title: null,
  name: 'Orla Vestergren',
  description: '',
  isDisambiguation: false,
  ...fields,
});
const missing: LookUpFailure = { code: 'PermissionMissing', hosts: ['en.wikipedia.org', 'www.wikidata.org'] };

const actionsWith = (more: Partial<LookUpActions>) => ({
  permit: vi.fn<LookUpActions['permit']>(() => Promise.resolve('refused')),
  find: vi.fn<LookUpActions['find']>(() => Promise.resolve(ok(failed(missing)))),
  meanings: vi.fn<LookUpActions['meanings']>(),
  keep: vi.fn<LookUpActions['keep']>(() => Promise.resolve(ok(ok({ entity: asEntityId('wd:Q1') })))),
  onKept: vi.fn<LookUpActions['onKept']>(),
  onClose: vi.fn<() => void>(),
  ...more,
});

const open = async (more: Partial<LookUpActions>, how: 'by-hand' | 'by-itself' = 'by-hand') => {
  const actions = actionsWith(more);
  await show(<LookUp name="Orla Vestergren" how={how} actions={actions} onClose={actions.onClose} />);
  return actions;
};
const shown = (): string => textOf(document.querySelector('.look-up'));

test('the permission is asked for by whom it lets ask, and what is refused asks nobody', async () => {
  const { find, permit } = await open({});
  expect(shown()).toContain(lookUp.ask({ hosts: 'en.wikipedia.org, www.wikidata.org' }));
  expect(shown()).toContain(lookUp.askWhy);
  await press(byName('button', lookUp.allow));
  expect(shown()).toContain(lookUp.refused);
  expect(find).toHaveBeenCalledTimes(1);
  // Whoever changes their mind is asked again.
  await press(byName('button', words.retry));
  expect(permit).toHaveBeenCalledTimes(2);
});

test('what is allowed is looked up at once, and kept once it is chosen', async () => {
  const answers = [ok(failed(missing)), ok(ok([candidate({ item: 'Q1', description: 'A politician' })]))];
  const find = vi.fn<LookUpActions['find']>(() => Promise.resolve(answers.shift() ?? ok(ok([]))));
  const { keep, onKept } = await open({ find, permit: () => Promise.resolve('granted') });
  await press(byName('button', lookUp.allow));
  expect(shown()).toContain('A politician');
  await press(byName('button', 'Orla Vestergren'));
  expect(keep).toHaveBeenCalledWith(expect.objectContaining({ item: 'Q1' }));
  expect(onKept).toHaveBeenCalledWith('wd:Q1');
});

test('where the permission cannot be asked for it is said where it can', async () => {
  await open({ permit: () => Promise.resolve('elsewhere') });
  await press(byName('button', lookUp.allow));
  expect(shown()).toContain(lookUp.elsewhere);
});

test('a list of meanings leads to them, and is not kept', async () => {
  const list = candidate({ title: 'Vestergren', name: 'Vestergren', isDisambiguation: true });
  const meanings = vi.fn<LookUpActions['meanings']>(() =>
    Promise.resolve(ok(ok([candidate({ title: 'Orla Vestergren (painter)', description: 'A painter' })]))),
  );
  const { keep } = await open({ find: () => Promise.resolve(ok(ok([list]))), meanings });
  expect(shown()).toContain(lookUp.state.disambiguation);
  await press(byName('button', 'Vestergren'));
  expect(meanings).toHaveBeenCalledWith('Vestergren');
  expect(keep).not.toHaveBeenCalled();
  expect(shown()).toContain('A painter');
});

test.each<readonly [LookUpFailure, string]>([
  [{ code: 'Offline' }, lookUp.state.offline],
  [
    { code: 'RateLimited', host: 'w.example', after: 30 },
    lookUp.state.tooMany({ host: 'w.example', when: 'in 30 seconds' }),
  ],
  [{ code: 'Unreachable', host: 'w.example', detail: 'hung up' }, lookUp.state.unreachable({ host: 'w.example' })],
  [
    { code: 'ServerRefused', host: 'w.example', status: 500 },
    lookUp.state.refusedByServer({ host: 'w.example', status: 500 }),
  ],
  [
    { code: 'RateLimited', host: 'w.example', after: 7_000 },
    lookUp.state.tooMany({ host: 'w.example', when: 'in 2 hours' }),
  ],
  [{ code: 'PageInstead', host: 'w.example' }, lookUp.state.page({ host: 'w.example' })],
  [{ code: 'OddAnswer', host: 'w.example', detail: 'a list' }, lookUp.state.odd({ host: 'w.example' })],
])('%o is said, and can be tried again', async (failure, said) => {
  const { find } = await open({ find: vi.fn<LookUpActions['find']>(() => Promise.resolve(ok(failed(failure)))) });
  expect(shown()).toContain(said);
  await press(byName('button', words.retry));
  expect(find).toHaveBeenCalledTimes(2);
});

const one = candidate({ item: 'Q1' });

test('by itself it keeps the only one that is called so', async () => {
  const alone = await open({ find: () => Promise.resolve(ok(ok([one]))) }, 'by-itself');
  expect(alone.onKept).toHaveBeenCalledWith('wd:Q1');
});

test('by itself it leaves a choice to the reader', async () => {
  const two = await open({ find: () => Promise.resolve(ok(ok([one, candidate({ item: 'Q2' })]))) }, 'by-itself');
  expect(two.keep).not.toHaveBeenCalled();
  expect(document.querySelectorAll('.look-up__candidate')).toHaveLength(2);
});

test('where nothing is found, another name is asked for instead of the same again', async () => {
  const nothing = ok(failed<LookUpFailure>({ code: 'NothingFound', host: 'w.example' }));
  const { find } = await open({ find: vi.fn<LookUpActions['find']>(() => Promise.resolve(nothing)) });
  expect(shown()).toContain(lookUp.state.nothing({ host: 'w.example' }));
  expect(shown()).not.toContain(words.retry);
  const field = document.querySelector('input');
  expect(field?.value).toBe('Orla Vestergren');
  await fill(field, ' Orla Westergren ');
  await press(byName('button', lookUp.do));
  expect(find).toHaveBeenLastCalledWith('Orla Westergren');
  expect(shown()).toContain(lookUp.title({ name: 'Orla Westergren' }));
});

test('what arrives after it was closed is neither shown nor kept', async () => {
  let answer: (found: Awaited<ReturnType<LookUpActions['find']>>) => void = () => {};
  const find: LookUpActions['find'] = () => new Promise((resolve) => (answer = resolve));
  const { keep, onClose } = await open({ find }, 'by-itself');
  // The card around it has a button of its own that closes.
  await press(byName('button', `${words.close}: `));
  expect(onClose).toHaveBeenCalledTimes(1);
  await show(null);
  answer(ok(ok([one])));
  await show(null);
  expect(keep).not.toHaveBeenCalled();
});

test('a second question is answered by its own answer, however late the first one’s comes', async () => {
  const answers: ((found: Awaited<ReturnType<LookUpActions['find']>>) => void)[] = [];
  const find: LookUpActions['find'] = () => new Promise((resolve) => answers.push(resolve));
  const actions = actionsWith({ find });
  const looking = (name: string) => <LookUp name={name} how="by-hand" actions={actions} onClose={actions.onClose} />;
  await show(looking('Orla'));
  await show(looking('Vestergren'));
  answers[1]?.(ok(ok([candidate({ item: 'Q2', name: 'Vestergren' })])));
  answers[0]?.(ok(ok([candidate({ item: 'Q1', name: 'Orla' })])));
  await show(looking('Vestergren'));
  expect([...document.querySelectorAll('.look-up__name')].map(textOf)).toEqual(['Vestergren']);
});
