import { expect, test } from 'vitest';
import { dress, isDressed } from '../../../lib/page/host/dress.ts';
import { openPage } from '../fixture.ts';

/** A page whose sheets only its own roots take, as in Chromium; jsdom has none that can be made. */
const open = () => {
  const document = openPage('<main></main>');
  const { defaultView: window } = document;
  class Sheet {
    readonly window = window;
    replaceSync(): void {}
  }
  Object.assign(window ?? {}, { CSSStyleSheet: Sheet });
  return { document, Sheet };
};

const makeRoot = (document: Document) => {
  const element = document.createElement('span');
  document.body.append(element);
  const root = element.attachShadow({ mode: 'closed' });
  let adopted: readonly { readonly window: unknown }[] = [];
  Object.defineProperty(root, 'adoptedStyleSheets', {
    get: () => adopted,
    set: (sheets: typeof adopted) => {
      if (sheets.some(({ window }) => window !== root.ownerDocument.defaultView))
        throw new Error('of another document');
      adopted = sheets;
    },
  });
  return { element, root };
};

test('a root that a page has carried into another document has a sheet of that one, and no element for the page’s policy to find', () => {
  const [here, there] = [open(), open()];
  const { element, root } = makeRoot(here.document);
  dress(root, ':host { all: initial; }');
  expect(root.adoptedStyleSheets[0]).toBeInstanceOf(here.Sheet);

  there.document.body.append(element);
  root.adoptedStyleSheets = [];
  dress(root, ':host { all: initial; }');
  expect(root.adoptedStyleSheets[0]).toBeInstanceOf(there.Sheet);
  expect(root.childNodes.length).toBe(0);
});

test('in a document that no window shows it goes bare', () => {
  const { document } = open();
  const { element, root } = makeRoot(document);
  document.implementation.createHTMLDocument().body.append(element);
  dress(root, ':host { all: initial; }');
  expect(isDressed(root)).toBe(false);
});
