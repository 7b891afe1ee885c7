import { expect, test } from 'vitest';
import { createHost } from '../../../lib/page/host/host.ts';
import { createLayer, type Paint } from '../../../lib/page/marks/layer.ts';
import { markSheet } from '../../../lib/page/marks/sheet.ts';
import { openPage } from '../fixture.ts';

const known = (left: number): Paint => ({ look: 'known', left, top: 0, right: left + 40, bottom: 2, opacity: 1 });

test('a mark that moves is another element: one that moved the browser tells the page of as a shift of its layout', () => {
  const document = openPage('<article><p>Zoe Reader</p></article>');
  const host = createHost(document);
  const room = host.makeMarksRoom('');
  const layer = createLayer(document, { ...host, makeMarksRoom: () => room });
  const painted = (): readonly HTMLElement[] => [...room.root.querySelectorAll<HTMLElement>('i.known')];

  layer.paint([known(0), known(100)]);
  const [still, moved] = painted();
  const styles = [still, moved].map((each) => each?.style.cssText);
  layer.paint([known(0), known(120)]);
  const [first, second] = painted();
  expect(painted()).toHaveLength(2);
  expect(first).toBe(still);
  expect(second).not.toBe(moved);
  expect(moved?.isConnected).toBe(false);
  expect([still, moved].map((each) => each?.style.cssText)).toEqual(styles);
});

test('what holds the marks contains what it paints, so that none counts as a shift where a page moves our element', () => {
  expect(markSheet).toMatch(
    /@supports \(overflow-clip-margin: 1px\) \{ div \{ contain: strict; overflow-clip-margin: \d{7}px \} \}/,
  );
});
