import { expect, test, vi } from 'vitest';

let answerCard: () => Promise<unknown> = () => Promise.resolve(null);
vi.doMock('../../entrypoints/background/resources.ts', () => ({
  resources: { store: () => Promise.resolve({ answerCard: () => answerCard(), search: () => answerCard() }) },
}));
vi.doMock('../../lib/platform/backups.ts', () => ({ keepNotice: () => Promise.resolve() }));
let stayed = 0;
vi.doMock('../../lib/platform/stay-awake.ts', () => ({ createStayAwake: () => () => void (stayed += 1) }));
const { cardHandlers } = await import('../../entrypoints/background/card-handlers.ts');
const { takeTurn } = await import('../../entrypoints/background/thread-turns.ts');

type Asked = Parameters<typeof cardHandlers.card>;
const ask = () => cardHandlers.card({} as Asked[0], {} as Asked[1]);

test('while a card is answered the article waits, however often the store is asked', async () => {
  const done: string[] = [];
  answerCard = async () => {
    for (let hop = 0; hop < 5; hop += 1) await new Promise(setImmediate);
    done.push('card');
    return null;
  };
  const article = takeTurn(10);
  const asked = ask();
  await article.mine();
  done.push('article');
  await asked;
  article.end();
  expect(done).toEqual(['card', 'article']);
});

test('a card that fails lets the article go on', async () => {
  answerCard = () => Promise.reject(new TypeError('a fault of ours'));
  const article = takeTurn(10);
  const asked = ask();
  await expect(asked).rejects.toThrow('a fault of ours');
  await article.mine();
  article.end();
});

test('whoever waits for a turn keeps the background awake', async () => {
  const article = takeTurn(10);
  const before = stayed;
  await article.mine();
  await article.mine();
  article.end();
  expect(stayed - before).toBe(2);
});
