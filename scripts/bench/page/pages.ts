import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { unreachable } from '../../../lib/model/result.ts';
import { root } from '../../command.ts';
import { readCorpus } from '../names.ts';

/** Articles of three lengths, alike but for how much text they have, and whatever else is put at their addresses. */
export interface BenchSite {
  at(name: string): string;
  close(): Promise<void>;
}

export const articleSizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000 } as const;
export type ArticleSize = keyof typeof articleSizes;

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');

/** Runs in the page before anything else: times from the document's being ready, and the longest hold of the main thread. */
const stopwatch = `
window.bench = { ready: 0, marked: 0, painted: 0, whole: 0, ended: false, gap: 0, shift: 0 };
let last = 0;
// Comes every 4 ms where nothing holds it up, and leaves the processor to what is measured meanwhile.
const tick = () => {
  const now = performance.now();
  if (last > 0 && !bench.ended) bench.gap = Math.max(bench.gap, now - last);
  last = now;
  if (!bench.ended && now < 30000) setTimeout(tick, 0);
};
document.addEventListener('DOMContentLoaded', () => { bench.ready = performance.now(); tick(); });
window.done = () => {
  if (bench.marked > 0) return;
  bench.marked = performance.now();
  requestAnimationFrame(() => { const frame = new MessageChannel(); frame.port1.onmessage = () => { bench.painted = performance.now(); }; frame.port2.postMessage(0); });
};
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.nodeType === 1 && node.attributes.length === 0 && node.childNodes.length === 0 && /^(?:span|div)$/.test(node.localName) && node.closest('body')) done();
}).observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) bench.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
`;

/** What else highlights or annotates a page's text, each with its scripts as their packages have them. */
export const peerNames = ['mark.js', 'wikipedia-preview', 'hypothesis'] as const;
export type PeerName = (typeof peerNames)[number];

const scriptOf = (path: string): string =>
  `<script>${readFileSync(join(root, 'node_modules', path), 'utf8').replaceAll('</script', '<\\/script')}</script>`;

const findNames = (names: readonly string[], then: string): string => `
document.addEventListener('DOMContentLoaded', () => {
  const names = ${JSON.stringify(names).replaceAll('<', '\\u003c')};
  const options = { accuracy: 'exactly', separateWordSearch: false, caseSensitive: true, acrossElements: true };
  new Mark(document.querySelector('article')).mark(names, { ...options, element: 'span', className: 'named', done: () => {
    ${then}
    done();
  } });
});`;

/** wikipedia-preview needs its names marked in the page's markup, which mark.js does for it. */
const preview = `for (const span of document.querySelectorAll('.named')) { span.dataset.wikipediaPreview = ''; span.dataset.wpTitle = span.textContent; }
    wikipediaPreview.init({ root: document, selector: '[data-wikipedia-preview]', lang: 'en' });`;

/** The folder at which the site offers the Hypothesis client as its package has it. */
const hypothesis = 'hypothesis/';

/**
 * The client of Hypothesis as its extension starts it. The annotations themselves are its server's, which is not here:
 * there is nothing for it to mark, and its sidebar is empty.
 */
const annotate = (): string => {
  const apps = {
    sidebarAppUrl: `/${hypothesis}app`,
    notebookAppUrl: `/${hypothesis}app`,
    profileAppUrl: `/${hypothesis}app`,
  };
  const config = JSON.stringify({ assetRoot: `/${hypothesis}`, ...apps });
  return `<script type="application/json" class="js-hypothesis-config">${config}</script>
<script>document.addEventListener('DOMContentLoaded', () => {
  const boot = document.createElement('script');
  boot.src = '/${hypothesis}build/boot.js';
  document.head.append(boot);
  const look = () => { if (document.querySelector('hypothesis-sidebar')) done(); else setTimeout(look, 1); };
  look();
});</script>`;
};

const scriptsOf = (peer: PeerName, names: readonly string[]): string => {
  switch (peer) {
    case 'mark.js':
      return `${scriptOf('mark.js/dist/mark.min.js')}<script>${findNames(names, '')}</script>`;
    case 'wikipedia-preview': {
      const own = scriptOf('wikipedia-preview/dist/wikipedia-preview.umd.cjs');
      return `${scriptOf('mark.js/dist/mark.min.js')}${own}<script>${findNames(names, preview)}</script>`;
    }
    case 'hypothesis':
      return annotate();
    default:
      return unreachable(peer);
  }
};

export interface PeerOnPage {
  readonly peer: PeerName;
  /** What Sidelight marks on the same page. */
  readonly names: readonly string[];
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long day in the capitals</title>${head}
<style>body{font:18px/1.6 Georgia,serif;margin:0}main{max-width:700px;margin:0 auto;padding:0 40px}</style></head>
<body><main>${body}</main></body></html>`;

/** Milliseconds between a page's head and the rest of it, as a network and a server that thinks have it. */
export const headStart = 300;

export function articlePage(length: number, on: PeerOnPage | null): string {
  const head = `<script>${stopwatch}</script>${on === null ? '' : scriptsOf(on.peer, on.names)}
<meta property="og:type" content="article"><meta property="article:published_time" content="2022-03-07T15:40:00Z">`;
  return page(head, `<article><h1>A long day in the capitals</h1>\n${paragraphs(readCorpus(length).text)}\n</article>`);
}

const times = (count: number, make: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => make(nth)).join('\n');

/** Pages of other kinds, by name. */
export const otherPages: Readonly<Record<string, () => string>> = {
  nothing: () => page('', ''),
  'a front page': () =>
    page(
      '',
      times(
        300,
        (nth) =>
          `<section><h3><a href="/story/${nth}">Council of district ${nth} votes again</a></h3><p>Late on Monday.</p></section>`,
      ),
    ),
  'a shop': () =>
    page(
      '',
      `<ul>${times(400, (nth) => `<li><img alt="" width="80" height="80"><b>Lamp ${nth}</b> <i>${nth + 9}.90</i> <button>Buy</button></li>`)}</ul>`,
    ),
  'a form': () =>
    page('', `<form>${times(60, (nth) => `<label>Field ${nth} <input name="f${nth}"></label><br>`)}</form>`),
  'a table of 20,000 cells': () =>
    page('', `<table>${times(2_000, (nth) => `<tr>${times(10, (cell) => `<td>${nth * cell}</td>`)}</tr>`)}</table>`),
};

/** A file of the Hypothesis client by the site's path; null for other paths. */
function readHypothesis(name: string): Buffer | null {
  if (!name.startsWith(hypothesis)) return null;
  if (name === `${hypothesis}app`) return Buffer.from('<!doctype html><title>Sidebar</title>');
  const folder = join(root, 'node_modules', 'hypothesis');
  const file = join(folder, name.slice(hypothesis.length));
  return file.startsWith(folder) && existsSync(file) ? readFileSync(file) : null;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** A page's name is to have this before it where its head is to come before the rest. */
const late = 'late ';
export const comingLate = (name: string): string => `${late}${name}`;

/** Serves pages by name, made when they are asked for; null is a page that is not there. */
export async function servePages(pages: (name: string) => string | null): Promise<BenchSite> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1).split('?', 1)[0] ?? '');
    const file = readHypothesis(name);
    const isLate = name.startsWith(late);
    const content = file ?? pages(isLate ? name.slice(late.length) : name);
    const type = (file === null ? undefined : types[extname(name)]) ?? 'text/html; charset=utf-8';
    response.writeHead(content === null ? 404 : 200, { 'content-type': type });
    const cut = isLate ? String(content).indexOf('</h1>') : 0;
    if (cut > 0) response.write(String(content).slice(0, cut));
    setTimeout(() => response.end(cut > 0 ? String(content).slice(cut) : (content ?? '')), isLate ? headStart : 0);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let visits = 0;
  return {
    at: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}?visit=${(visits += 1)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
