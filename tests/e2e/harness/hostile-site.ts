import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../../scripts/command.ts';

/** Pages that mean no good, made from the sample article so that there is something to read. */
export interface HostileSite {
  at(page: string): string;
  close(): Promise<void>;
}

interface HostilePage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const fixture = (name: string): string => readFileSync(join(root, 'tests', 'fixtures', 'hostile', name), 'utf8');

/** The sample article without scripts of its own, so that whatever happens on it later was not its doing. */
const sample = readFileSync(join(root, 'samples', 'article.html'), 'utf8').replace(/<script>[\s\S]*?<\/script>/g, '');

const inHead = (html: string): string => sample.replace('<meta charset="utf-8">', `<meta charset="utf-8">${html}`);
const atEnd = (html: string): string => sample.replace('</body>', `${html}</body>`);
/** Behind the article's last paragraph. */
const inArticle = (html: string): string => {
  const end = sample.lastIndexOf('</p>', sample.indexOf('</article>'));
  return `${sample.slice(0, end)}</p>${html}${sample.slice(end + 4)}`;
};

const spied = inHead(`<script>${fixture('spy.js')}</script><script>${fixture('hands.js')}</script>`);

/**
 * Its headline stacks by itself, so that marks in it need an element of their own; with names in it, or with none. The text
 * lies far below, where the browser skips it and tells when it no longer does.
 */
const counted = (headline: 'told' | 'untold'): string => {
  const page = inHead(
    `<style>
      article > header { position: relative; z-index: 1; margin-bottom: 5000px }
      .body { content-visibility: auto; contain-intrinsic-size: 3000px }
    </style>
    <script>${fixture('spy.js')}</script>`,
  );
  if (headline === 'told') return page;
  return page
    .replace(/<h1>.*?<\/h1>/, '<h1>A quiet day and what came of it</h1>')
    .replace(/(<p class="standfirst">).*?<\/p>/, '$1Nothing much came to pass, and nobody was asked about it.</p>');
};

/**
 * Stretches of five sentences of the endless paragraph, just beyond what is read of a page, and words
 * in elements of their own; thousands of nodes.
 * `npm run test:faults -- hostile` asks for 10 MB, for as many words as that and for a million nodes, which take a
 * browser by itself the better part of a minute.
 */
const [paragraphOf, piecesOf, thousands] =
  process.env['SIDELIGHT_HOSTILE'] === 'whole' ? [42_000, 70_000, 1_000] : [4_400, 12_000, 250];
const endless = `Anna Kowalska of Velmora said 4,300 boats sank. ${'Then rain went on over the quay and nobody cared. '.repeat(4)}`;

/** What a site may demand of everything on its pages. */
export const policies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nothing from anywhere': { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  'no style, no frame, no base': {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; frame-src 'none'; child-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    // What of ours these would forbid, or would if they were meant, the page would be told.
    'cross-origin-embedder-policy-report-only': 'require-corp',
    'permissions-policy': 'clipboard-write=()',
  },
  'trusted types, none allowed': {
    'content-security-policy':
      "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
    'cross-origin-embedder-policy': 'require-corp',
  },
  'a sandbox with scripts': { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' },
  'isolated from other origins': {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'clipboard-write=(), fullscreen=(), geolocation=()',
  },
};

/** Elements whose names take the place of what scripts ask the document and the window for. */
const usurpers = [
  ...['browser', 'scheduler', 'navigation', 'visualViewport'].map(
    (name) =>
      `<form id="${name}"><input name="runtime" id="id"><input name="yield"><input name="addEventListener"></form>`,
  ),
  ...['currentScript', 'fonts', 'cookie', 'forms'].map((name) => `<img name="${name}" id="${name}" alt="">`),
].join('');

/** Around the article: whoever climbs from a paragraph to what is around it comes back to the form for ever. */
const inForm = (html: string): string =>
  html
    .replace(
      '<article',
      '<form><input type="hidden" name="parentNode"><input type="hidden" name="parentElement"><article',
    )
    .replace('</article>', '</article></form>');

/** The same, of what nothing works without: such a page goes unread. */
const deadly = `<form id="chrome"><input name="runtime" id="id"></form>${[
  'querySelector',
  'querySelectorAll',
  'body',
  'documentElement',
  'createElement',
  'defaultView',
  'URL',
]
  .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
  .join('')}`;

/** Would load or run, wherever it is taken for markup. */
export const markup = "<img src=/loaded onerror=fetch('/ran')>";
const written = markup.replace('<', '&lt;').replace('>', '&gt;');
const rightToLeft = '\u202E';
const invisible = '\u200B';

/** Names, titles and words as markup, turned round and with letters that nobody sees. */
const dressed = sample
  .replace(/"name": "The Meridian Post"/, `"name": "${markup}"`)
  .replace(/(<article[\s\S]*?<p[^>]*>)/, (start) =>
    [
      start,
      `Dr. Alda Quimbel ${written}, mayor of Velmora, told ${rightToLeft}Tomas Ferenc${'\u202C'} that `,
      `“${written} was ${invisible}never ${invisible}paid for the 4,300 boats of Velmora,” said Alda Quimbel. `,
    ].join(''),
  );

const nested = (depth: number, inside: string): string => '<div>'.repeat(depth) + inside + '</div>'.repeat(depth);

function pageOf(path: string): HostilePage | null {
  const [kind = '', name = ''] = path.slice(1).split('/').map(decodeURIComponent);
  const page = (html: string, headers: Readonly<Record<string, string>> = {}): HostilePage => ({ html, headers });
  switch (kind) {
    case 'spied':
      return page(spied);
    case 'counted':
      return page(counted(name === 'told' ? 'told' : 'untold'));
    case 'policy':
      return policies[name] === undefined ? null : page(sample, policies[name]);
    case 'sealed':
      return page(sample, { 'content-security-policy': 'sandbox allow-scripts' });
    case 'usurped':
      return page(inForm(atEnd(usurpers)));
    case 'deadly':
      return page(spied.replace('</body>', `${usurpers}${deadly}</body>`));
    case 'dressed':
      return page(dressed);
    case 'nodes':
      // Not laid out, which alone would take a browser longer than any script.
      return page(
        atEnd(
          `<style>.dark{display:none}</style><div class="dark" id="dark"></div><script>const thousands = ${thousands};${fixture('million.js')}</script>`,
        ),
      );
    case 'paragraph':
      return page(inArticle(`<p>${endless.repeat(paragraphOf)}</p>`));
    case 'pieces':
      return page(inArticle(`<p>${'<b>Anna</b> <i>said</i> '.repeat(piecesOf)}</p>`));
    case 'deep':
      return page(
        inArticle(nested(20_000, '<p>Anna Kowalska said that 4,300 boats of Velmora sank in the storm.</p>')),
      );
    case 'endless':
      return page(
        atEnd(
          '<script>setInterval(() => { const p = document.createElement("p"); p.textContent = "Anna Kowalska said on Friday that " + Math.random() + " boats of Velmora sank."; document.querySelector("article").append(p); }, 20);</script>',
        ),
      );
    default:
      return null;
  }
}

export async function serveHostile(): Promise<HostileSite & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    asked.push(path);
    const page = pageOf(path);
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let visits = 0;
  return {
    asked,
    at: (page) => `http://127.0.0.1:${port}/${page}?visit=${(visits += 1)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
