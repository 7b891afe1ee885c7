import { defineContentScript } from 'wxt/utils/define-content-script';
import { scout } from '../lib/page/scout.ts';
import { beginStageOne } from '../lib/page/stage.ts';

/** Stage one, on every page of the web, and in a frame that fills a page without an article. Must stay below 10 KB. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_start',
  main: () => {
    const signal = beginStageOne();
    if (signal) scout(document, signal);
  },
});
