import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/command.ts';
import { waitFor } from '../../../scripts/drive/driver.ts';
import { serveFolder, type Site } from '../../../scripts/serve.ts';
import type { Session } from '../harness/session.ts';

const folder = join(root, '..', 'shared', 'pages');
const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

/** A draft standard and an encyclopaedia; all others are articles. */
const others: readonly string[] = ['ietf-1.html', 'wikipedia.html'];

/** Real pages as served, the odd ones too: each comes to an end, and none of them makes the reading fail. */
export function describeRealPages(session: () => Session): void {
  describe.skipIf(pages.length === 0)('real pages (../shared/pages)', () => {
    let site: Site;

    beforeAll(async () => {
      site = await serveFolder(folder);
    });
    afterAll(() => site.close());

    test.each(pages.length === 0 ? ['none here'] : pages)('%s', async (name) => {
      const url = `${site.url}${name}`;
      const tab = await session().driver.open(url);
      const state = await waitFor(
        'the end of the reading',
        async () => {
          const now = await session().desk.pageState(url);
          return now === null || now.state === 'analysing' ? null : now;
        },
        30_000,
      );
      expect(state.state).toBe(others.includes(name) ? 'not-article' : 'analysed');
      // Other languages are told apart, not read.
      if (state.state === 'analysed' && state.reading.article.language === 'en') {
        expect(state.reading.figures.length).toBeGreaterThan(0);
      }
      await tab.close();
    });
  });
}
