import { afterAll, beforeAll, describe, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { waitFor } from '../../../scripts/drive/driver.ts';
import { newName, startCouch } from '../../../scripts/servers/couch.ts';
import { clickControl, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';
import { type Brief, edit, storesOf } from '../harness/synced.ts';

const { sync } = words;

/** Two profiles of the built extension, as two people of one desk. */
export function describeTeamSync(first: () => Session, second: () => Session): void {
  describe('two colleagues and a database', () => {
    let server: Awaited<ReturnType<typeof startCouch>>;
    beforeAll(async () => {
      server = await startCouch();
    });
    afterAll(() => server.close());

    test('the one makes it, the other joins, and what one adds the other has', async () => {
      const address = `${server.url}/${newName('desk')}`;
      const name = newName('Quintessa Colleague');
      for (const [session, said] of [
        [first(), sync.foundNew],
        [second(), sync.foundExisting],
      ] as const) {
        const tab = await openOwnPage(session, 'options.html');
        // The list of stores comes a moment later, and moves what stands below it.
        if ((await storesOf(session)).length > 0) await waitForText(tab, sync.forget);
        await clickControl(tab, named(sync.addTeam));
        await fillField(tab, named(sync.address), address);
        await fillField(tab, named(sync.user), server.user);
        await fillField(tab, named(sync.password), server.password);
        await clickControl(tab, named(sync.connect));
        await waitForText(tab, said);
        await clickControl(tab, named(said === sync.foundNew ? sync.make : sync.join));
        await waitFor('a database that is up to date', async () =>
          (await storesOf(session)).some(({ kind, state }) => kind === 'couchdb' && state.state === 'up-to-date')
            ? true
            : null,
        );
        await tab.close();
        if (said === sync.foundNew)
          await edit(session, {
            kind: 'create',
            entity: { type: 'person', name, aliases: [], description: 'Of the desk' },
          });
      }
      await waitFor(
        'the colleague',
        async () => {
          for (const session of [first(), second()]) await session.desk.askBackground('syncNow', {});
          const found = await second().desk.askBackground<readonly Brief[]>('searchStore', { query: name });
          return found.some((one) => one.name === name) ? true : null;
        },
        20_000,
      );
    });
  });
}
