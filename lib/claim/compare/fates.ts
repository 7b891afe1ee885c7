import type { Span } from '../../model/span.ts';

const dying = String.raw`(?:killed|dead|died|dies|fatalities|deaths?|bodies)`;
const hurt = String.raw`(?:injured|wounded|hurt|hospitali[sz]ed|injuries)`;
const who = String.raw`(?:\s+(?:other|more|of them))?(?:\s+(?!${dying}|${hurt})\p{Ll}+){0,2}?`;
const are = String.raw`(?:\s+(?:were|was|are|have|has|had|been|being|reported|confirmed|feared|left))*`;
const killedBehind = new RegExp(String.raw`^${who}${are}\s+${dying}\b`, 'u');
const hurtBehind = new RegExp(String.raw`^${who}${are}\s+${hurt}\b`, 'u');
const rough = String.raw`(?:\s+(?:at least|more than|over|up to|about|around|nearly|almost|some|an estimated|another|as many as))*\s*$`;
const toll = String.raw`(?:toll|number of (?:the |people |civilians |those )?(?:dead|deaths|victims|killed|who (?:have |had )?died)) (?:[\p{L}'’]+ ){0,9}(?:to|at|of|as|is|was|reached|reaches|hits?|pass(?:es|ed))`;
const killedBefore = new RegExp(
  String.raw`\b(?:killing|killed|kills?|(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|took|taken) the lives of|${toll})${rough}`,
  'iu',
);
const tollBefore = new RegExp(String.raw`\b${toll}${rough}`, 'iu');
const hurtBefore = new RegExp(
  String.raw`\b(?:injuring|injured|injures?|wounding|wounded|wounds?|hurting)${rough}`,
  'iu',
);
const livesBehind = /^(?:\s+more)?\s+lives\b((?:\s+(?:were|was|are|have|had|has|been))+\s+(?:lost|claimed|taken))?/u;
const takenBefore = new RegExp(
  String.raw`\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|t(?:akes?|ook|aken|aking))${rough}`,
  'iu',
);
const reach = 60;
/** "The number of people killed when a dam above X burst rose to 44". */
const longReach = 100;

/** What befell those whom a figure counts, as the words right beside it tell; empty where they do not. */
export function fateOf(text: string, { start, end }: Span): 'die' | 'hurt' | '' {
  const [before, behind] = [text.slice(Math.max(0, start - longReach), start), text.slice(end, end + reach)];
  if (hurtBefore.test(before)) return 'hurt';
  if (killedBefore.test(before) || isOfLivesLost(text, { start, end })) return 'die';
  if (hurtBehind.test(behind)) return 'hurt';
  return killedBehind.test(behind) ? 'die' : '';
}

/** Whether it is the figure of a toll that stands before it: "the number of people killed in the fire rose to 44". */
export const isOfToll = (text: string, { start }: Span): boolean =>
  tollBefore.test(text.slice(Math.max(0, start - longReach), start));

/** "claimed 11,300 lives", "300 lives were lost", but not "saved 300 lives". */
export function isOfLivesLost(text: string, { start, end }: Span): boolean {
  const behind = livesBehind.exec(text.slice(end, end + reach));
  return (
    behind !== null && (behind[1] !== undefined || takenBefore.test(text.slice(Math.max(0, start - reach), start)))
  );
}
