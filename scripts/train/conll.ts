import type { Span } from '../../lib/model/span.ts';

export interface ConllSpan extends Span {
  /** The set's own type. */
  readonly type: string;
}

/** A document put together from tokens: sentences joined by spaces into paragraphs of a few, paragraphs by line breaks. */
export interface ConllDocument {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly ConllSpan[];
}

interface TaggedToken {
  readonly word: string;
  readonly tag: string;
}

export interface ConllLayout {
  /** Sentences to a paragraph. */
  readonly perParagraph: number;
  /** Sentences to a document where the file does not part them; null where it does. */
  readonly perDocument: number | null;
}

const noSpaceBefore = /^(?:[.,;:!?%)\]}…’”]+|'s|’s|n't|n’t|'(?:re|ve|ll|m|d)|’(?:re|ve|ll|m|d)|'|th)$/u;
const noSpaceAfter = /^[([{$£€#@“‘]$/u;

/** Reads `word TAB tag` lines (IOB2), sentences parted by empty lines, documents by -DOCSTART-. */
export function readConll(source: string, name: string, layout: ConllLayout): ConllDocument[] {
  const documents: ConllDocument[] = [];
  let id = name;
  let sentences: TaggedToken[][] = [];
  let sentence: TaggedToken[] = [];
  const closeDocument = (): void => {
    const size = layout.perDocument ?? sentences.length;
    for (let at = 0; at < sentences.length; at += size)
      documents.push(compose(`${id}/${documents.length}`, sentences.slice(at, at + size), layout.perParagraph));
    sentences = [];
  };
  const closeSentence = (): void => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  for (const line of source.split('\n')) {
    const [word = '', tag = 'O'] = line.split('\t');
    if (word === '-DOCSTART-') {
      closeSentence();
      closeDocument();
      id = tag === 'O' ? name : tag;
    } else if (word.trim() === '') closeSentence();
    else sentence.push({ word: word.trim(), tag });
  }
  closeSentence();
  closeDocument();
  return documents;
}

function compose(id: string, sentences: readonly (readonly TaggedToken[])[], perParagraph: number): ConllDocument {
  let text = '';
  const spans: { start: number; end: number; type: string }[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (i > 0) text += i % perParagraph === 0 ? '\n' : ' ';
    let glued = true;
    let quoted = false;
    for (const { word, tag } of sentence) {
      const isQuote = word === '"';
      const touches = glued || noSpaceBefore.test(word) || word === '-' || (isQuote && quoted);
      if (!touches) text += ' ';
      const start = text.length;
      text += word;
      const before = spans.at(-1);
      if (tag.startsWith('I-') && before?.type === tag.slice(2)) before.end = text.length;
      else if (tag !== 'O') spans.push({ start, end: text.length, type: tag.slice(2) });
      glued = noSpaceAfter.test(word) || word === '-' || (isQuote && !quoted);
      if (isQuote) quoted = !quoted;
    }
  }
  return { id, text, spans };
}
