import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { source } from './lib/i18n/source.ts';
import { catalogues } from './scripts/catalogues.ts';
import { foldSheets } from './scripts/fold-sheets.ts';
import { noteLicences } from './scripts/licences.ts';

const asked = ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus'];
const everyPage = ['http://*/*', 'https://*/*'];

/** On a Mac the Option key types letters, so that Control stands in for Alt there. */
const key = (command: keyof typeof source.command, keys: string) => ({
  description: `__MSG_command_${command}__`,
  suggested_key: { default: `Alt+${keys}`, mac: `MacCtrl+${keys}` },
});

const licences = noteLicences();

/** What WXT logs around each script of ours, and in a build not even that: whatever fails is thrown all the same. */
const withoutLog = {
  name: 'without-log',
  transform: (code: string, id: string) =>
    id.startsWith('\0virtual:wxt-') ? { code: code.replace(/^\s*logger\.\w+\(.*\);$/gm, ''), map: null } : null,
};

export default defineConfig({
  imports: false,
  hooks: {
    // The lab is for development: it never ships.
    'entrypoints:found': (wxt, found) => {
      const lab = found.findIndex(({ name }) => name === 'lab');
      if (wxt.config.command === 'build' && lab >= 0) found.splice(lab, 1);
    },
    'build:done': ({ config }) => licences.write(config.outDir),
    'build:publicAssets': (_, files) => {
      for (const { language, text } of catalogues()) {
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: text });
      }
    },
  },
  vite: () => ({
    plugins: [preact(), licences.plugin, withoutLog, foldSheets],
    build: {
      // Written for older browsers, `light-dark()` would know the system's wish alone and not the reader's.
      cssTarget: ['chrome137', 'firefox140'],
      // Nothing happens by loading what a surface says: a page goes without the surfaces that it has no word of.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/lib/i18n/') } },
    },
    resolve: {
      // WXT wraps content scripts in a context that announces the extension's id to the page by an event, in 3 KB.
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(new URL('lib/page/bare-context.ts', import.meta.url)),
        // The same for browsers that have classes and promises of their own: a tenth less to read at each start of the worker.
        dexie: fileURLToPath(import.meta.resolve('dexie/dist/modern/dexie.mjs')),
      },
    },
  }),
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    default_locale: 'en',
    description: '__MSG_extension_description__',
    permissions: [...asked, ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: everyPage,
    // Argon2id and the scan for names are WebAssembly; without a policy of our own Firefox would also turn http addresses of servers into https.
    // Pictures are in the store or in the build: none is ever fetched by being shown.
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'; img-src 'self' data: blob:",
    },
    action: { default_title: 'Sidelight' },
    omnibox: { keyword: 'sl' },
    commands: {
      'next-figure': key('nextFigure', 'Period'),
      'previous-figure': key('previousFigure', 'Comma'),
      'next-claim': key('nextClaim', 'Shift+Period'),
      'previous-claim': key('previousClaim', 'Shift+Comma'),
      // Browsers suggest keys for four commands at most; these get theirs on the browser's shortcut page.
      'enter-card': { description: '__MSG_command_enterCard__' },
      'toggle-site': { description: '__MSG_command_toggleSite__' },
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: { description: '__MSG_command_openPanel__' },
    },
    web_accessible_resources: [
      browser === 'firefox'
        ? { resources: ['popover.html'], matches: everyPage }
        : { resources: ['popover.html'], matches: everyPage, use_dynamic_url: true },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              // For good: Firefox and the listing know the extension by it alone. In the form without a domain, because
              // one that we do not own might one day be somebody else's.
              id: '@sidelight-contextual-reading',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['none'],
                // Sync sends the reader's own records to a server of the reader's choice, where it is set up.
                optional: ['websiteContent', 'browsingActivity', 'authenticationInfo'],
              },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
  zip: { name: 'sidelight', excludeSources: ['tour/**', '.cache/**'] },
});
