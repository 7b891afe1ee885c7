import { defineBackground } from 'wxt/utils/define-background';
import { backgroundSchemas } from '../../lib/message/parse.ts';
import { listenToRequests } from '../../lib/message/receive.ts';
import { browser } from '../../lib/platform/browser.ts';
import { handlers } from './handlers.ts';
import { resources } from './resources.ts';
import { step } from './step.ts';

/** May be stopped at any moment: listeners are set while the script starts, and nothing here is the only copy. */
export default defineBackground({
  type: 'module',
  main() {
    listenToRequests(backgroundSchemas, handlers);
    browser.commands.onCommand.addListener((command, tab) => {
      void step(command, tab?.id);
    });
    browser.runtime.onInstalled.addListener(() => {
      void resources.warmUp();
    });
    browser.runtime.onStartup.addListener(() => {
      void resources.warmUp();
    });
  },
});
