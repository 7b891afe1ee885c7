import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { isTyping } from '../../../lib/page/card/presses.ts';

const html = `<p>Words</p><input id="input"><textarea id="area"></textarea><select id="select"></select>
<div contenteditable id="rich"><b id="bold">Rich</b></div><div contenteditable="false" id="fixed"></div>
<open-field id="open"></open-field><closed-field id="closed"></closed-field><button id="button">Press</button>`;

/** Whether an event is taken for typing, as a listener of the document's sees it. */
function tell(type: 'keydown' | 'click', find: (document: Document, closed: ShadowRoot) => Element): boolean {
  const { window } = new JSDOM(html);
  const { document } = window;
  vi.stubGlobal('Element', window.Element);
  const [open, closed] = (['open', 'closed'] as const).map((mode) =>
    document.getElementById(mode)!.attachShadow({ mode }),
  );
  for (const root of [open!, closed!]) root.append(document.createElement('input'));
  let said = false;
  document.addEventListener(type, (event) => {
    said = isTyping(event);
  });
  find(document, closed!).dispatchEvent(new window.Event(type, { bubbles: true, composed: true }));
  return said;
}

describe('a key or press goes into a text field', () => {
  test.each([
    ['a field', '#input', true],
    ['a larger one', '#area', true],
    ['a list', '#select', true],
    ['rich text', '#bold', true],
    ['what only looks like it', '#fixed', false],
    ['a button', '#button', false],
    ['the page', 'body', false],
  ])('%s', (_, selector, expected) => {
    for (const type of ['keydown', 'click'] as const)
      expect(tell(type, (document) => document.querySelector(selector)!)).toBe(expected);
  });

  test('a field within an open shadow root', () => {
    expect(tell('keydown', (document) => document.querySelector('#open')!.shadowRoot!.querySelector('input')!)).toBe(
      true,
    );
  });

  test('a key within a closed one, but no press there', () => {
    expect(tell('keydown', (_, closed) => closed.querySelector('input')!)).toBe(true);
    expect(tell('click', (_, closed) => closed.querySelector('input')!)).toBe(false);
  });
});
