// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { Markdown } from '../../../components/library/Markdown.tsx';
import { show } from '../render.tsx';

const markup = async (text: string): Promise<string> => {
  const body = await show(<Markdown text={text} />);
  return body.querySelector('.markdown')?.innerHTML ?? '';
};

describe('a note in Markdown', () => {
  test.each<[rule: string, text: string, expected: string]>([
    ['emphasis', '*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
    ['a list', '- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['a heading is no heading of the page', '# a', '<p class="markdown__heading markdown__heading--1">a</p>'],
    [
      'a link',
      '[a](https://a.example/)',
      '<p><a href="https://a.example/" target="_blank" rel="noopener noreferrer">a</a></p>',
    ],
    ['entities', '&copy; &amp;', '<p>© &amp;</p>'],
  ])('%s', async (_, text, expected) => {
    expect(await markup(text)).toBe(expected);
  });

  test.each<[rule: string, text: string]>([
    ['a script', '<script>alert(1)</script>'],
    ['a picture that runs', 'a <img src=x onerror=alert(1)> b'],
    ['a link that runs', '[a](javascript:alert(1))'],
    ['a link that runs, disguised', '[a](java\nscript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x)'],
    ['an autolink that runs', '<javascript:alert(1)>'],
    ['a picture from elsewhere', '![a](https://a.example/x.png)'],
    ['a reference', '[a][b]\n\n[b]: javascript:alert(1)'],
    ['a frame', '<iframe srcdoc="<script>1</script>"></iframe>'],
  ])('%s runs and loads nothing', async (_, text) => {
    const body = await show(<Markdown text={text} />);
    expect(body.querySelectorAll('script, img, iframe, [onerror], a[href^="java" i], a[href^="data" i]')).toHaveLength(
      0,
    );
  });
});
