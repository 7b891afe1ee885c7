import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
window.bench = { ready: 0, marked: 0, painted: 0, gap: 0, shift: 0 };
const channel = new MessageChannel();
let last = 0;
channel.port1.onmessage = () => {
  const now = performance.now();
  if (last > 0 && bench.ready > 0 && bench.painted === 0) bench.gap = Math.max(bench.gap, now - last);
  last = now;
  if (bench.painted === 0 && now < 30000) channel.port2.postMessage(0);
};
document.addEventListener('DOMContentLoaded', () => { bench.ready = performance.now(); channel.port2.postMessage(0); });
const painted = () => {
  if (bench.marked > 0) return;
  bench.marked = performance.now();
  requestAnimationFrame(() => { const frame = new MessageChannel(); frame.port1.onmessage = () => { bench.painted = performance.now(); }; frame.port2.postMessage(0); });
};
window.done = painted;
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.nodeName === 'DIV' && node.attributes.length === 0 && node.childNodes.length === 0 && node.parentNode?.closest?.('article')) painted();
}).observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) bench.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
`;

/** How a peer is set to work where the document is ready; null for pages that bring none. */
export type PeerName = 'mark.js' | 'wikipedia-preview';

const scriptOf = (peer: PeerName): string =>
  readFileSync(
    join(
      root,
      'node_modules',
      peer === 'mark.js' ? 'mark.js/dist/mark.min.js' : 'wikipedia-preview/dist/wikipedia-preview.umd.cjs',
    ),
    'utf8',
  ).replaceAll('</script', '<\\/script');

/** Highlights the same names that Sidelight marks; wikipedia-preview needs them wrapped, which mark.js does for it. */
const startOf = (peer: PeerName, names: readonly string[]): string => `
document.addEventListener('DOMContentLoaded', () => {
  const names = ${JSON.stringify(names).replaceAll('<', '\\u003c')};
  const options = { accuracy: 'exactly', separateWordSearch: false, caseSensitive: true, acrossElements: true };
  new Mark(document.querySelector('article')).mark(names, { ...options, element: 'span', className: 'named', done: () => {
    ${
      peer === 'mark.js'
        ? 'done();'
        : `for (const span of document.querySelectorAll('.named')) { span.dataset.wikipediaPreview = ''; span.dataset.wpTitle = span.textContent; }
    wikipediaPreview.init({ root: document, selector: '[data-wikipedia-preview]', lang: 'en' }); done();`
    }
  } });
});`;

export interface PeerOnPage {
  readonly peer: PeerName;
  readonly names: readonly string[];
}

export function articlePage(length: number, on: PeerOnPage | null): string {
  const scripts =
    on === null
      ? ''
      : `<script>${scriptOf('mark.js')}</script>${on.peer === 'mark.js' ? '' : `<script>${scriptOf(on.peer)}</script>`}<script>${startOf(on.peer, on.names)}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long day in the capitals</title>
<script>${stopwatch}</script>${scripts}<meta property="og:type" content="article">
<meta property="article:published_time" content="2022-03-07T15:40:00Z">
<style>body{font:18px/1.6 Georgia,serif;margin:0}main{max-width:700px;margin:0 auto;padding:0 40px}</style></head>
<body><main><article><h1>A long day in the capitals</h1>
${paragraphs(readCorpus(length).text)}
</article></main></body></html>`;
}

/** Serves pages by name, made when they are asked for. */
export async function servePages(pages: (name: string) => string | null): Promise<BenchSite> {
  const server = createServer((request, response) => {
    const html = pages(decodeURIComponent((request.url ?? '/').slice(1).split('?', 1)[0] ?? ''));
    response.writeHead(html === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html ?? '');
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
