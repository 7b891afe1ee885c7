import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { expect, test } from 'vitest';
import { build } from 'vite';
import { root } from '../../scripts/command.ts';
import { waitFor } from '../../scripts/drive/driver.ts';
import { clickControl, named, waitForText } from './harness/controls.ts';
import { fillField } from './harness/forms.ts';
import { openOwnPage } from './harness/panels.ts';
import { useSession } from './harness/session.ts';

/** The lab ships in no build; here it is put beside the others. */
const withLab = async (folder: string): Promise<void> => {
  await build({
    configFile: false,
    root: join(root, 'entrypoints', 'lab'),
    base: './',
    logLevel: 'error',
    plugins: [preact()],
    build: { outDir: join(folder, 'lab'), emptyOutDir: true, minify: false, target: 'esnext' },
  });
};

const session = useSession('chromium', {}, withLab);

test('the lab shows every stage on pasted text, and every component', async () => {
  const lab = await openOwnPage(session(), 'lab/index.html');
  await fillField(
    lab,
    /^Text/,
    'Wang Yi said in Beijing on Monday that trade with Russia had grown by 40 percent. Ilse Brandt disagreed.',
  );
  await clickControl(lab, named('Analyse'));
  const text = await waitForText(lab, /\d ms/);
  for (const stage of ['Sentences', 'Mentions', 'Clusters', 'Claims', 'What the store says'])
    expect(text).toMatch(new RegExp(stage, 'i'));
  expect(text).toContain('Ilse Brandt');
  // A word of a table is read in one piece.
  const wraps = await lab.evaluate(
    () => [...document.querySelectorAll('.lab__table :is(th, td)')].map((cell) => getComputedStyle(cell).overflowWrap),
    null,
  );
  expect(new Set(wraps)).toEqual(new Set(['normal']));
  await clickControl(lab, named('Gallery of all components'));
  await waitFor('the gallery', () =>
    lab.evaluate(() => (document.querySelectorAll('.gallery__stage').length > 40 ? true : null), null),
  );
  await lab.close();
});
