/** Gives a root its style, in place of an earlier one: adopted where possible (works under any policy of the page), else as an element. */
export const dress = (root: ShadowRoot, css: string): void => {
  try {
    const sheet = new CSSStyleSheet();
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
