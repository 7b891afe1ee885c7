/** `prerendering` is Chromium's; elsewhere pages are not loaded ahead. */
type LoadedAhead = Document & { readonly prerendering?: boolean };

/** Resolves once the page is one that somebody opened: the browser loads some ahead, which nobody may ever see. */
export const shown = (document: LoadedAhead): Promise<void> =>
  new Promise((resolve) => {
    if (document.prerendering !== true) resolve();
    else document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
