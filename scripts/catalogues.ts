import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { flatten } from '../lib/i18n/messages.ts';
import { source } from '../lib/i18n/source.ts';

const folder = join(import.meta.dirname, '..', 'lib', 'i18n', 'locales');

export interface Catalogue {
  /** As browsers name it: `en`, `zh_CN`. */
  readonly language: string;
  /** Of a `messages.json`. */
  readonly text: string;
}

/** A dollar sign begins a placeholder of the browser's own, unless it is doubled; ours are in braces. */
const toBrowser = (messages: readonly (readonly [key: string, text: string])[]): string =>
  JSON.stringify(
    Object.fromEntries(messages.map(([key, text]) => [key, { message: text.replaceAll('$', '$$$$') }])),
    null,
    1,
  );

const readLocale = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

/** The messages of each other language, by key, as their translator wrote them. */
export const readLocales = (): readonly {
  readonly language: string;
  readonly texts: Readonly<Record<string, string>>;
}[] =>
  globSync(join(folder, '*.json'))
    .toSorted()
    .map((file) => ({ language: basename(file, '.json'), texts: readLocale(file) }));

/** A catalogue for each language of the interface, English first. */
export const catalogues = (): readonly Catalogue[] => [
  { language: 'en', text: toBrowser(flatten(source)) },
  ...readLocales().map(({ language, texts }) => ({ language, text: toBrowser(Object.entries(texts)) })),
];
