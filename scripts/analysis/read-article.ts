import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Article, ArticleVerdict } from '../../lib/model/article.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import { extractArticle } from '../../lib/page/extract.ts';
import { judgePage } from '../../lib/page/gate.ts';
import { blocksOfLines } from '../../lib/text/document.ts';

export interface ReadArticle {
  readonly article: Article;
  readonly verdict: ArticleVerdict;
}

/** Far above any article; a file beyond it is some other kind of thing. */
const largestFile = 64 * 1024 * 1024;

/** Reads a page as served (`.html`) or a text with a paragraph a line (`.txt`); the failure is one line for the person. */
export function readArticleFile(file: string, url: string | null): Result<ReadArticle, string> {
  const kind = extname(file).toLowerCase();
  if (!['.html', '.htm', '.xhtml', '.txt'].includes(kind)) return failed(`${file}: only .html and .txt files are read`);
  let content: string;
  try {
    const { size } = statSync(file);
    if (size > largestFile) return failed(`${file}: larger than ${largestFile / 1024 / 1024} MB`);
    const bytes = readFileSync(file);
    if (kind === '.txt') content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    else return ok(readPage(bytes, url ?? pathToFileURL(resolve(file)).href));
  } catch (error) {
    if (error instanceof TypeError) return failed(`${file}: not a text in UTF-8`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return failed(`${file}: no such file`);
    if (code === 'EISDIR') return failed(`${file}: a folder, not a file`);
    if (code === 'EACCES') return failed(`${file}: may not be read`);
    return failed(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return ok(readPlain(content, url));
}

function readPage(bytes: Buffer, url: string): ReadArticle {
  // jsdom finds the encoding as a browser does; scripts of the page are not run.
  const { document } = new JSDOM(bytes, { url, virtualConsole: new VirtualConsole() }).window;
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
