/** The one importer of webextension-polyfill: everything else asks for `browser` here. */
export { default as browser } from 'webextension-polyfill';
export type { Runtime, Tabs } from 'webextension-polyfill';
