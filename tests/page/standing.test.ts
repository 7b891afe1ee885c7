import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/page/extract.ts';
import { measureText } from '../../lib/page/standing.ts';
import { openPage } from './fixture.ts';

test('a text that is unfolded is another one, and folded away again the one that it was', () => {
  const sentence = 'The council said on Monday that it would close the harbour for nine days and pay the crews.';
  const document = openPage(`<article><h1>A</h1><p>${sentence}</p><p>${sentence} B</p><p id="more">C</p></article>`);
  const more = document.getElementById('more') as HTMLElement;
  let isShown = false;
  Object.assign(more, { checkVisibility: () => isShown });
  const found = extractArticle(document, document.URL);
  expect(found.container).not.toBeNull();
  const folded = measureText(document, found);
  isShown = true;
  expect(measureText(document, found)).not.toBe(folded);
  isShown = false;
  expect(measureText(document, found)).toBe(folded);
});
