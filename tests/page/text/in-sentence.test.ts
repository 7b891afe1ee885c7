import { describe, expect, test } from 'vitest';
import { isInSentence } from '../../../lib/page/text/in-sentence.ts';
import { openPage } from '../fixture.ts';

const rest = 'that the talks of the two ministers had ended without an agreement on the water.';

describe('a button within running text', () => {
  test.each([
    ['in the middle of a sentence', `She told reporters in <button>Vienna</button> on Thursday ${rest}`, true],
    ['at its beginning', `<button>Odile Marchetti</button> said on Thursday ${rest}`, true],
    ['before a possessive', `<button>Odile Marchetti</button>’s office said ${rest}`, true],
    ['at the beginning of a later one', `It rained. <button>Odile Marchetti</button> said on Thursday ${rest}`, true],
    [
      'before a full stop',
      `Those were the words on Thursday ${rest.slice(0, -1)}, said <button>Wang Yi</button>.`,
      true,
    ],
    ['within an emphasis', `She told <em>reporters in <button>Vienna</button></em> on Thursday ${rest}`, true],
    ['before a name', `The minister in <button>Vienna</button> Odile Marchetti said ${rest}`, true],
    [
      'in Chinese',
      `外交部发言人<button>汪文斌</button>星期四在北京表示，${'双方的会谈没有达成协议。'.repeat(5)}`,
      true,
    ],
    ['after a sentence', `She told reporters on Thursday ${rest} <button>Share</button>`, false],
    ['between two sentences', `She said ${rest} <button>Share</button> Nobody spoke on Friday.`, false],
    ['before a sentence', `<button>Listen</button> She said ${rest}`, false],
    ['alone', `<button>Odile Marchetti</button>`, false],
    ['in a row of controls', `<button>Share</button> <button>Save</button> or send`, false],
    ['behind a line break', `She said ${rest}<br><button>Share</button>`, false],
    ['without words', `She told <button></button> on Thursday ${rest}`, false],
    ['with a paragraph of its own', `She told <button>${rest} ${rest}</button> on Thursday ${rest}`, false],
  ])('%s', (_, html, expected) => {
    const document = openPage(`<article><h1>Talks end</h1><p>${html}</p></article>`);
    const buttons = document.querySelectorAll('button');
    expect([...buttons].every(isInSentence)).toBe(expected);
  });
});
