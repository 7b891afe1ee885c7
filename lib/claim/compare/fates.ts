import type { Span } from '../../model/span.ts';

const dying = String.raw`(?:killed|dead|died|dies|fatalities|deaths?)`;
const hurt = String.raw`(?:injured|wounded|hurt|hospitali[sz]ed|injuries)`;
const who = String.raw`(?:\s+(?:other|more|of them))?(?:\s+(?!${dying}|${hurt})\p{Ll}+){0,2}?`;
const are = String.raw`(?:\s+(?:were|was|are|have|has|had|been|being|reported|confirmed|feared|left))*`;
const killedBehind = new RegExp(String.raw`^${who}${are}\s+${dying}\b`, 'u');
const hurtBehind = new RegExp(String.raw`^${who}${are}\s+${hurt}\b`, 'u');
const rough = String.raw`(?:\s+(?:at least|more than|over|up to|about|around|nearly|almost|some|an estimated|another|as many as))*\s*$`;
const killedBefore = new RegExp(
  String.raw`\b(?:killing|killed|kills?|claimed the lives of|death toll (?:\p{Ll}+ ){0,4}(?:to|at|of|as|is|was))${rough}`,
  'iu',
);
const hurtBefore = new RegExp(
  String.raw`\b(?:injuring|injured|injures?|wounding|wounded|wounds?|hurting)${rough}`,
  'iu',
);
const reach = 60;

/** What befell those whom a figure counts, as the words right beside it tell; empty where they do not. */
export function fateOf(text: string, { start, end }: Span): 'die' | 'hurt' | '' {
  const [before, behind] = [text.slice(Math.max(0, start - reach), start), text.slice(end, end + reach)];
  if (hurtBefore.test(before)) return 'hurt';
  if (killedBefore.test(before)) return 'die';
  if (hurtBehind.test(behind)) return 'hurt';
  return killedBehind.test(behind) ? 'die' : '';
}
