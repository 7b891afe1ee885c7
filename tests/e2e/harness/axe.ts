import axe from 'axe-core';
import type { Scope } from '../../../scripts/drive/driver.ts';

/** Rules of WCAG 2.2 up to AA, and best practice where axe is sure of it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong with a page as it stands, a line each. The extension's pages let no text become code, so that
 * axe travels inside the function that the driver runs.
 */
export async function findBarriers(scope: Scope): Promise<readonly string[]> {
  const run = Object.assign((): Promise<readonly string[]> => Promise.resolve([]), {
    toString: () => `async (tags) => {
      if (globalThis.axe === undefined) { ${axe.source} }
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary));
    }`,
  });
  return scope.evaluate(run, tags);
}
