import type { Block } from '../model/article.ts';
import { findSentences, type Sentence } from './sentences.ts';
import { type Token, tokenise } from './tokens.ts';

/** A text with its tokens and sentences, made once and passed down the pipeline. */
export interface TextDocument {
  readonly text: string;
  /** In reading order; they cover the text but for the line breaks between them. */
  readonly blocks: readonly Block[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

export function readText(text: string, blocks: readonly Block[]): TextDocument {
  const tokens = tokenise(text);
  return { text, blocks, tokens, sentences: findSentences(text, tokens) };
}

/** Blocks of a plain text: a paragraph a line, empty lines left out. */
export function blocksOfLines(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ start, end: start + line.length, kind: 'paragraph' });
    start += line.length + 1;
  }
  return blocks;
}
