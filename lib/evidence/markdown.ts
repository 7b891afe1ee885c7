import type { Evidence } from './evidence.ts';

/** Words of the reader's language that stand in the file. */
export interface MarkdownWords {
  /** Behind an outlet: whose words its sentence hands on. */
  readonly reporting: (speaker: string) => string;
  readonly paragraph: (n: number) => string;
  readonly read: (at: string) => string;
  readonly hash: (hash: string) => string;
  /** A figure of a sentence in words. */
  readonly quantity: (quantity: Evidence['quantities'][number], text: string) => string;
  readonly date: (iso: string) => string;
}

/** Text in which nothing is taken for Markdown or HTML. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]|&(?=#?\w+;)/gu, String.raw`\$&`)
    .replace(/^(?=[-+])|^(\d+)(?=[.)](?:\s|$))/u, String.raw`$1\ `.trim());

/** A link's target, its brackets and spaces encoded. */
export const target = (link: string): string =>
  link.replace(/[()<>\s]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const speakerOf = ({ speaker, speakerWords }: Evidence): string | null => speaker?.name ?? speakerWords;

function receiptOf(one: Evidence, words: MarkdownWords): string {
  const { article, link, receipt } = one;
  const title = plain(article.title ?? article.canonicalUrl ?? article.url ?? '');
  const publisher = article.publisher === null ? null : plain(article.publisher);
  const speaker = speakerOf(one);
  // The sentence is the outlet's, whoever speaks in it.
  const parts = [
    publisher,
    speaker === null ? null : words.reporting(plain(speaker)),
    title === '' ? null : link === null ? title : `[${title}](${target(link)})`,
    article.publishedAt === null ? null : words.date(article.publishedAt),
    words.paragraph(one.paragraph),
  ].filter((part) => part !== null);
  return `${parts.join(', ')}. ${words.read(receipt.readAt)}. ${words.hash(`\`${receipt.textHash}\``)}.`;
}

/** A block quotation for each claim, its numbers and its receipt below. */
export const toMarkdown = (all: readonly Evidence[], words: MarkdownWords): string =>
  all
    .map((one) => {
      const quantities = one.quantities.map((quantity) => `- ${plain(words.quantity(quantity, one.text))}`);
      return [
        `> ${plain(one.text)}`,
        ...(quantities.length === 0 ? [] : [quantities.join('\n')]),
        `— ${receiptOf(one, words)}`,
      ].join('\n\n');
    })
    .join('\n\n---\n\n')
    .concat('\n');
