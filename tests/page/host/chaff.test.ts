import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createHost } from '../../../lib/page/host/host.ts';
import { openPage } from '../fixture.ts';

/** What a page that is isolated or not has in it besides one room, after each of so many marks. */
async function chaffOf(isIsolated: boolean, marks: number): Promise<readonly string[]> {
  const document = openPage('<main></main>');
  const window = document.defaultView as Window & typeof globalThis;
  Object.defineProperty(window, 'crossOriginIsolated', { value: isIsolated });
  const { root: room } = createHost(document).makeMarksRoom('');
  const root = room.host.getRootNode() as ShadowRoot;
  const seen: string[] = [];
  for (let nth = 0; nth < marks; nth += 1) {
    const elements = root.querySelectorAll('[hidden] *').length;
    const texts = [...(root.querySelector('[hidden]')?.childNodes ?? [])].filter((node) => node.nodeType === 3).length;
    seen.push(`${elements} ${texts}`);
    expect(root.querySelectorAll(':not(style, [hidden], [hidden] *)')).toHaveLength(1);
    room.append(document.createElement('i'));
    await sleep(300);
  }
  return seen;
}

test('an isolated page has another number of elements that nobody sees with each mark', async () => {
  expect(new Set(await chaffOf(true, 3)).size).toBe(3);
});

test('any other page has none', async () => {
  expect(await chaffOf(false, 1)).toEqual(['0 0']);
});
