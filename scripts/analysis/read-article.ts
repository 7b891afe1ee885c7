import { isAscii, isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article, ArticleVerdict } from '../../lib/model/article.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { describeReadFailure } from './read-failure.ts';

export interface ReadArticle {
  readonly article: Article;
  readonly verdict: ArticleVerdict;
}

/** Far above any article; a file beyond it is some other kind of thing. */
const largestFile = 64 * 1024 * 1024;

/** Reads a page as served (`.html`) or a text with a paragraph a line (`.txt`); the failure is one line for the person. */
export async function readArticleFile(file: string, url: string | null): Promise<Result<ReadArticle, string>> {
  const kind = extname(file).toLowerCase();
  let content: string;
  try {
    const found = statSync(file);
    if (found.isDirectory()) return failed(`${file}: a folder, not a file`);
    if (!['.html', '.htm', '.xhtml', '.txt'].includes(kind))
      return failed(`${file}: only .html and .txt files are read`);
    if (found.size > largestFile) return failed(`${file}: larger than ${largestFile / 1024 / 1024} MB`);
    const bytes = readFileSync(file);
    if (kind === '.txt') content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    else return ok(await readPage(bytes, url ?? pathToFileURL(resolve(file)).href));
  } catch (error) {
    if (error instanceof TypeError) return failed(`${file}: not a text in UTF-8`);
    return failed(`${file}: ${describeReadFailure(error)}`);
  }
  return ok(readPlain(content, url));
}

/**
 * A server names the encoding beside the page, and a file has lost that. What is no ASCII and yet valid UTF-8 is UTF-8;
 * of anything else jsdom finds the encoding as a browser does.
 */
const encodingOf = (bytes: Buffer): { contentType?: string } =>
  isUtf8(bytes) && !isAscii(bytes) ? { contentType: 'text/html; charset=utf-8' } : {};

async function readPage(bytes: Buffer, url: string): Promise<ReadArticle> {
  // A second of loading, which only a page is worth.
  const [{ JSDOM, VirtualConsole }, { extractArticle }, { judgePage }] = await Promise.all([
    import('jsdom'),
    import('../../lib/page/extract.ts'),
    import('../../lib/page/gate.ts'),
  ]);
  // Scripts of the page are not run.
  const { document } = new JSDOM(bytes, { url, virtualConsole: new VirtualConsole(), ...encodingOf(bytes) }).window;
  const verdict = judgePage(document, url);
  const { article } = extractArticle(document, url);
  return { article: verdict.isArticle ? article : { ...article, text: '', blocks: [] }, verdict };
}

function readPlain(content: string, url: string | null): ReadArticle {
  const text = content.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  const blocks = blocksOfLines(text);
  const metadata = {
    url,
    canonicalUrl: url,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    country: null,
  };
  const verdict: ArticleVerdict = {
    isArticle: blocks.length > 0,
    why: { code: blocks.length > 0 ? 'plainText' : 'noText', paragraphs: 0 },
  };
  return { article: { text, blocks, metadata }, verdict };
}
