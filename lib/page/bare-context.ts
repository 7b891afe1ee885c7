/**
 * Stands in for WXT's own context of a content script, which costs stage one 3 KB and announces the extension to every
 * page by an event that carries the extension's id. Stage one has a lifetime of its own. The build puts it in place
 * (`resolve.alias` of `wxt/utils/content-script-context`).
 */
export class ContentScriptContext {}
