import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { recogniseNames } from '../../lib/recognise/names.ts';
import { openTagger } from '../../lib/recognise/tagger/tagger.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Ways to find the names in a text; each opens once and then answers how many it found. */
export const nameReaders = {
  sidelight: (weights: ArrayBuffer) => {
    const opened = openTagger(weights);
    if (!opened.ok) throw new Error(opened.failure.why);
    return (text: string): number =>
      atOnce(recogniseNames(readText(text, blocksOfLines(text)), [], opened.value)).length;
  },
  compromise:
    () =>
    (text: string): number => {
      const doc = nlp(text);
      return doc.people().length + doc.places().length + doc.organizations().length;
    },
  // Its lite model marks no names; what is measured is its reading up to parts of speech.
  'wink-nlp': () => {
    const wink = winkNLP(model);
    return (text: string): number =>
      (wink.readDoc(text).tokens().out(wink.its.pos) as readonly string[]).filter((tag) => tag === 'PROPN').length;
  },
} as const;
export type NameReader = keyof typeof nameReaders;
export const nameReaderNames: readonly NameReader[] = ['sidelight', 'compromise', 'wink-nlp'];
