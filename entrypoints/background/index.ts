import { defineBackground } from 'wxt/utils/define-background';
import { backgroundSchemas } from '../../lib/message/background-schemas.ts';
import { listenToRequests } from '../../lib/message/receive.ts';
import { forThoseWhoMay } from '../../lib/message/senders.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { handlers } from './handlers.ts';
import { listenToAlarms, updatePacks } from './pack-updates.ts';
import { forgetOld, listenToMemory } from './memory.ts';
import { keepNothingPrivate } from './private-windows.ts';
import { resources } from './resources.ts';
import { listenToBadge } from './badge.ts';
import { listenToMenus } from './menus.ts';
import { listenToOmnibox } from './omnibox.ts';
import { listenToCommands } from './commands.ts';
import { listenToSync, syncAtOnce } from './sync.ts';

/**
 * May be stopped at any moment: listeners are set while the script starts, and nothing here is the only copy. A classic
 * script: Chromium keeps the compiled code of such a worker, and compiles a module's anew at each start.
 */
export default defineBackground({
  main() {
    listenToRequests(backgroundSchemas, forThoseWhoMay(keepNothingPrivate(handlers)));
    listenToAlarms();
    listenToSync();
    listenToMemory();
    listenToMenus();
    listenToOmnibox();
    listenToBadge();
    listenToCommands();
    nativeBrowser.runtime.onInstalled.addListener(({ reason }) => {
      void forgetOld(Date.now());
      void updatePacks();
      if (reason === 'install') void nativeBrowser.tabs.create({ url: nativeBrowser.runtime.getURL('welcome.html') });
    });
    nativeBrowser.runtime.onStartup.addListener(() => {
      void forgetOld(Date.now());
      // An update that the browser's end cut short is still due.
      void updatePacks();
      void syncAtOnce();
    });
    // Whatever woke the worker asks the store soon, and is told where it does not open.
    resources.store().catch(() => undefined);
  },
});
