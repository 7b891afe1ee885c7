import { isMoney } from '../model/money.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import type { Frame } from './speaker/frame.ts';
import { isNumberWord } from './syntax/grammar.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';
import type { Voice } from './speaker/voice.ts';
import type { NounPhrase } from './syntax/noun-phrase.ts';
import { sentenceSubject } from './syntax/sentence-subject.ts';

/** What the classifier reads of a sentence, as names of binary features; the same in training and use. */

/** Words, shapes, numbers and tense of a run of tokens; `skip` tells tokens that do not count (quoted ones). */
export function wordFeatures(
  tokens: readonly Token[],
  skip: (at: number) => string | null,
  range: Pick<Sentence, 'firstToken' | 'endToken'>,
): string[] {
  const features = new Set<string>();
  let before = '<';
  let words = 0;
  let numbers = 0;
  for (let t = range.firstToken; t < range.endToken; t += 1) {
    const token = tokens[t];
    if (token === undefined) continue;
    const replaced = skip(t);
    if (replaced === '') continue;
    const word = replaced ?? shapeOf(token);
    if (word === null) continue;
    if (token.kind === 'word' || token.kind === 'number') words += 1;
    if (token.kind === 'number' || isNumberWord(token.folded)) {
      numbers += 1;
      const next = tokens[t + 1];
      features.add(`n+${next === undefined ? '>' : (shapeOf(next) ?? next.plain)}`);
    }
    features.add(`w ${word}`);
    features.add(`b ${before} ${word}`);
    if (replaced === null) for (const mark of marksOf(token)) features.add(mark);
    before = word;
  }
  features.add(`b ${before} >`);
  features.add(`words ${bucket(words, [3, 6, 10, 16, 24, 36])}`);
  features.add(`numbers ${Math.min(numbers, 4)}`);
  return [...features];
}

/** Numbers by kind, punctuation that matters, other words as they are. */
function shapeOf(token: Token): string | null {
  if (token.kind === 'number') {
    const digits = token.plain.replace(/[^\p{Nd}]/gu, '').length;
    if (/^(?:19|20)\d\d$/u.test(token.plain)) return '#year';
    if (token.plain.includes('.')) return '#decimal';
    if (token.plain.includes(',')) return '#grouped';
    return digits <= 2 ? '#small' : '#large';
  }
  if (token.kind === 'word') {
    if (/^\d+(?:st|nd|rd|th)$/u.test(token.folded)) return '#ordinal';
    if (/^\d+(?:m|bn|tn|k)$/u.test(token.folded)) return '#magnitude';
    return token.folded;
  }
  if (token.kind === 'possessive') return "'s";
  if (/^[$£€₦₹¥]$/u.test(token.plain)) return '#money';
  return /^[%?!:;()%—–…]$/u.test(token.plain) ? token.plain : null;
}

function marksOf(token: Token): string[] {
  const marks: string[] = [];
  const { folded } = token;
  if (token.kind !== 'word') return marks;
  if (folded.length > 4 && folded.endsWith('ed')) marks.push('m past');
  if (/^(?:was|were|had|did|went|came|took|made|became|began|fell|rose|won|lost|met|held|left|got)$/u.test(folded))
    marks.push('m past');
  if (/^(?:is|are|has|have|does|do)$/u.test(folded)) marks.push('m present');
  if (/^(?:will|would|could|may|might|should|can|must|shall)$/u.test(folded)) marks.push('m modal');
  if (/^(?:i|we|my|our|me|us|i'm|i've|we've|we're)$/u.test(folded)) marks.push('m first');
  if (/^(?:you|your|you're)$/u.test(folded)) marks.push('m second');
  if (folded.length > 5 && folded.endsWith('est')) marks.push('m superlative');
  if (/^(?:not|no|never|none|nor)$/u.test(folded) || folded.endsWith("n't")) marks.push('m negation');
  if (folded.length > 5 && folded.endsWith('ing')) marks.push('m ing');
  if (folded.length > 4 && folded.endsWith('ly')) marks.push('m ly');
  if (folded.length > 3 && /s$/u.test(folded)) marks.push('m s');
  return marks;
}

const bucket = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? bounds.length : at;
};

/** All features of sentence `at`: its words outside quotations, its frames and quotations, its place and neighbours. */
export function sentenceFeatures(scene: Scene, voices: readonly Voice[], at: number): string[] {
  const sentence = scene.document.sentences[at];
  const voice = voices[at];
  if (sentence === undefined || voice === undefined) return [];
  const skip = (t: number): string | null => {
    if (isQuoted(scene, t)) return isQuoted(scene, t - 1) && t > sentence.firstToken ? '' : '#quote';
    const mention = mentionAt(scene, t);
    if (mention < 0) return null;
    return mentionAt(scene, t - 1) === mention && t > sentence.firstToken
      ? ''
      : `#${clusterAt(scene, mention)?.type ?? 'name'}`;
  };
  const features = wordFeatures(scene.tokens, skip, sentence);
  features.push(...voiceFeatures(scene, voice), ...placeFeatures(scene, at), ...figureFeatures(scene, at));
  for (const [name, near] of [
    ['before', voices[at - 1]],
    ['after', voices[at + 1]],
  ] as const) {
    if (near === undefined) continue;
    const same = scene.blockOf[name === 'before' ? at - 1 : at + 1] === scene.blockOf[at] ? 'in' : 'out';
    features.push(`${name} ${same} ${near.quotations.length > 0 ? 'q' : ''}${near.frame === null ? '' : 'f'}`);
  }
  const subject = sentenceSubject(scene, sentence);
  features.push(`subject ${kindOfSubject(scene, subject)}`);
  if (subject?.head.kind === 'description') features.push(`subject noun ${subject.head.noun}`);
  // A figure makes a statistic of what people own or reach sooner than of what they do.
  const figures = Math.min(scene.quantitiesAt(at).length, 2);
  features.push(`figures ${figures} subject ${kindOfSubject(scene, subject)}`);
  features.push(`figures ${figures} ${scene.blockOf[at] === 0 ? 'headline' : 'body'}`);
  return features;
}

function kindOfSubject(scene: Scene, subject: NounPhrase | null): string {
  if (subject === null) return 'none';
  const { head } = subject;
  if (head.kind === 'pronoun') return head.word;
  return head.kind === 'name' ? `#${clusterAt(scene, head.mention)?.type ?? ''}` : 'description';
}

/** What the sentence counts, and in what. */
function figureFeatures(scene: Scene, at: number): string[] {
  const quantities = scene.quantitiesAt(at);
  const features = [`figures ${Math.min(quantities.length, 3)}`];
  for (const { unit, of, value, span } of quantities) {
    const kind = isMoney(unit) ? 'money' : unit;
    const size = unit === 'count' ? bucket(value, [2, 3, 5, 10, 100, 1000]) : '';
    features.push(`figure ${kind} ${size}`, `figure ${kind} ${of === '' ? 'of nothing' : 'of'}`);
    if (span !== undefined) features.push(`figure after ${foldedAt(scene, tokenAt(scene, span.start) - 1)}`);
  }
  return features;
}

function voiceFeatures(scene: Scene, voice: Voice): string[] {
  const features: string[] = [`by ${voice.by} ${voice.quotations.length > 0 ? 'q' : ''}`];
  const { frame } = voice;
  const hasQuote = voice.quotations.length > 0;
  if (hasQuote) {
    features.push('quote', `quoted ${bucket(voice.quoted, [0.05, 0.15, 0.3, 0.5, 0.75, 0.95])}`);
    features.push(`quote speaker ${voice.speaker === null ? 'none' : 'some'}`);
    for (const quotation of voice.quotations) features.push(...quotationFeatures(scene, quotation));
  }
  features.push(`frames ${Math.min(voice.frames.length, 3)} ${hasQuote ? 'q' : ''}`);
  if (frame === null) {
    features.push(`no frame ${hasQuote ? 'q' : ''}`);
    return features;
  }
  for (const [i, one] of voice.frames.slice(0, 2).entries())
    features.push(
      ...frameFeatures(scene, one).map((name) => `${i === 0 ? 'frame' : 'second'} ${hasQuote ? 'q ' : ''}${name}`),
    );
  features.push(`frame speaker ${voice.speaker?.type ?? 'none'} ${hasQuote ? 'q' : ''}`);
  return features;
}

function frameFeatures(scene: Scene, frame: Frame): string[] {
  const head = frame.source?.head;
  const source =
    head === undefined
      ? 'none'
      : head.kind === 'pronoun'
        ? head.word
        : head.kind === 'name'
          ? 'name'
          : head.isPlural
            ? 'plural'
            : 'description';
  const next = plainAt(scene, frame.cue.end);
  const follows = isQuoted(scene, frame.cue.end)
    ? '#quote'
    : mentionAt(scene, frame.cue.end) >= 0
      ? '#name'
      : /^[\p{Ll}.,:;]/u.test(next)
        ? foldedAt(scene, frame.cue.end)
        : '#other';
  const shape = `${foldedAt(scene, frame.cue.first)}`;
  const names = [
    `form ${frame.form}`,
    `lemma ${frame.lemma}`,
    `lemma form ${frame.lemma} ${frame.form}`,
    `word ${shape}`,
    `strength ${frame.strength} ${frame.form}`,
    `source ${source}`,
    `score ${bucket(frame.score, [0.8, 1.2, 1.8, 2.4, 3, 4, 5])}`,
    `follows ${follows}`,
    `lemma follows ${frame.lemma} ${follows}`,
    `before ${foldedAt(scene, frame.cue.first - 1)}`,
  ];
  if (frame.isSubordinate) names.push('subordinate', `subordinate ${frame.lemma}`);
  if (head?.kind === 'description') names.push(`noun ${head.noun}`);
  return names;
}

function quotationFeatures(scene: Scene, at: number): string[] {
  const quotation = scene.quotations[at];
  if (quotation === undefined) return [];
  const inner = scene.document.text.slice(quotation.inner.start, quotation.inner.end);
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const isTitle = words.length > 0 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || word.length < 4);
  const features = [
    `q words ${bucket(words.length, [2, 3, 4, 6, 9, 15])}`,
    `q end ${/[.,!?…]$/u.test(inner) ? 'point' : 'open'} ${/[.,!?]/u.test(scene.document.text[quotation.end] ?? '') ? 'p' : ''}`,
    `q start ${/^\P{L}*\p{Lu}/u.test(inner) ? 'upper' : 'lower'}`,
    `q title ${isTitle}`,
    `q title ${isTitle} ${bucket(words.length, [2, 3, 4, 6])}`,
    `q capitals ${words.length === 0 ? 0 : Math.round((4 * capitals) / words.length)}`,
  ];
  if (words.some((word) => commonVerbs.has(word.toLowerCase().replace('’', "'")))) features.push('q verb');
  const first = tokenAt(scene, quotation.start);
  features.push(`q before ${mentionAt(scene, first - 1) >= 0 ? '#name' : foldedAt(scene, first - 1)}`);
  const isSo = (t: number): boolean => naming.test(foldedAt(scene, t)) && !isQuoted(scene, t);
  if (isSo(first - 1) || isSo(first - 2) || isSo(first - 3))
    features.push('q naming', `q naming ${bucket(words.length, [3, 5])}`);
  return features;
}
/** "the so-called ‘…’", "what is known as ‘…’", "a film titled ‘…’": words that name rather than say. */
const naming =
  /^(?:called|known|dubbed|named|titled|entitled|termed|labelled|labeled|so-called|called-so|term|word|phrase|words|nicknamed|like|reads|reading|film|book|song|series|show|album|novel|game|hit|single|episode|headlined|marked|branded)$/u;
const commonVerbs: ReadonlySet<string> = new Set(
  "is are was were be been have has had do does did will would can could should may must i i'm it's we they he she you don't didn't isn't can't won't".split(
    ' ',
  ),
);

function tokenAt(scene: Scene, offset: number): number {
  let low = 0;
  let high = scene.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scene.tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeFeatures(scene: Scene, at: number): string[] {
  const { sentences, blocks } = scene.document;
  const sentence = sentences[at];
  const block = scene.blockOf[at] ?? 0;
  if (sentence === undefined) return [];
  const position = at - firstOfBlock(scene, at);
  const last = plainAt(scene, sentence.endToken - 1);
  const end = /[.!?]/u.test(last) ? last : /[”’"'»]/u.test(last) ? 'quote' : last === ':' ? ':' : 'none';
  const length = sentence.endToken - sentence.firstToken;
  return [
    `block ${Math.min(block, 3)}`,
    `block kind ${blocks[block]?.kind ?? ''}`,
    `position ${Math.min(position, 3)}`,
    `from end ${Math.min(blocks.length - 1 - block, 2)}`,
    `end ${end}`,
    `end ${end} ${block === 0 ? 'headline' : ''} ${bucket(length, [4, 8, 14])}`,
    `alone ${position === 0 && scene.blockOf[at + 1] !== block}`,
    `first ${sentence.firstToken < scene.tokens.length ? foldedAt(scene, sentence.firstToken) : ''}`,
  ];
}

function firstOfBlock(scene: Scene, at: number): number {
  let first = at;
  while (first > 0 && at - first < 4 && scene.blockOf[first - 1] === scene.blockOf[at]) first -= 1;
  return first;
}
