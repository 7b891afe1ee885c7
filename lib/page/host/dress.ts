/**
 * Gives a root its style, in place of an earlier one: adopted where possible (works under any policy of the page), else as an
 * element. A sheet is of one document: where a page has carried the root into another, it is made there. An element that
 * Chromium finds in a root that the page itself moves falls under the page's policy, which has its beginning reported.
 */
export const dress = (root: ShadowRoot, css: string): void => {
  const window = root.ownerDocument.defaultView;
  // Nothing is laid out there, and no sheet can be made.
  if (!window) return;
  try {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.querySelector('style') ?? root.ownerDocument.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
};

/** Whether a root that was dressed still is: what it has adopted is lost when a page carries it through another document. */
export const isDressed = (root: ShadowRoot): boolean =>
  root.querySelector('style') !== null || root.adoptedStyleSheets.length > 0;
