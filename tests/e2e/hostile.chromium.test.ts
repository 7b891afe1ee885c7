import { describe, expect, test } from 'vitest';
import { settle } from '../../scripts/drive/pointing.ts';
import { useSession } from './harness/session.ts';
import { describeHostile } from './scenarios/hostile.ts';

describe('chromium', () => {
  describeHostile(useSession('chromium'), 'chromium');
});

/** Puts the article into a canvas that draws it; answers how many points were drawn, and a sum of them all. */
function drawArticle(): Promise<{ readonly points: number; readonly sum: number }> {
  type Drawing = HTMLCanvasElement & { onpaint: (() => void) | null; requestPaint(): void };
  type Context = CanvasRenderingContext2D & { drawElementImage(element: Element, x: number, y: number): void };
  const canvas = document.createElement('canvas') as Drawing;
  canvas.setAttribute('layoutsubtree', '');
  [canvas.width, canvas.height] = [1_000, 3_000];
  const inside = document.createElement('div');
  inside.append(document.querySelector('article') ?? '');
  canvas.append(inside);
  document.body.prepend(canvas);
  return new Promise((resolve, reject) => {
    canvas.onpaint = () => {
      canvas.onpaint = null;
      try {
        const context = canvas.getContext('2d') as Context;
        context.drawElementImage(inside, 0, 0);
        const drawn = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        const sum = drawn.reduce((before, point) => Math.imul(before ^ point, 0x01000193), 0);
        resolve({ points: drawn.filter((point) => point !== 0).length, sum });
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    canvas.requestPaint();
  });
}

describe('chromium with elements in canvases', () => {
  const session = useSession('chromium', {
    switches: ['--enable-experimental-web-platform-features', '--enable-blink-features=CanvasDrawElement'],
  });

  test('a page that draws its article draws no mark of ours', async () => {
    await session().set({ paused: true });
    const bare = await session().driver.open(session().fresh('article.html'));
    await settle(bare);
    const without = await bare.evaluate(drawArticle, null);
    await bare.close();
    await session().set({});
    const { tab } = await session().read('article.html');
    const drawn = await tab.evaluate(drawArticle, null);
    await tab.close();
    expect(without.points).toBeGreaterThan(10_000);
    expect(drawn).toEqual(without);
  });
});
