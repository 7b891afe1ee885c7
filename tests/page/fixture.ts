import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** A page as the extension meets it, without scripts and without layout. */
export const openPage = (html: string, url = 'https://post.example/2023/05/09/page'): Document =>
  new JSDOM(html, { url }).window.document;

export const openFixture = (name: string): Document =>
  openPage(
    readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8'),
    `https://post.example/2023/05/09/${name}`,
  );
