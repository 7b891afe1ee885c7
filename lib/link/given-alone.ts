import type { CandidateName } from '../recognise/combine.ts';
import { readForm } from '../recognise/cluster/forms.ts';
import type { Entity } from '../model/entity.ts';
import { genderOfGivenName } from '../recognise/given-names.ts';

const kinBefore = /\b(?:brothers|sisters|siblings|twins|couple|newlyweds|spouses|cousins),? $/iu;
/** Those who are called by a given name and nothing else. */
const titleBefore = /(?:^|[^\p{L}])(?:Pope|King|Queen|Prince|Princess|Emperor|Empress|Sultan|Saint|St\.?) $/u;

/**
 * Whether the article calls somebody by a bare given name and shares a surname out to him: "the brothers Leo and Max Tarn"
 * are no pope. Without kin before it the word has to be a given name, and nobody's title anywhere.
 */
export function sharesSurname(text: string, names: readonly CandidateName[], group: readonly number[]): boolean {
  let shares = false;
  for (const i of group) {
    const name = names[i];
    if (name?.type !== 'person') return false;
    const before = text.slice(Math.max(0, name.start - 24), name.start);
    const { words } = readForm(text.slice(name.start, name.end));
    if (words.length !== 1 || titleBefore.test(before)) return false;
    const next = names[i + 1];
    if (next?.type !== 'person' || !/^ (?:and|&) $/u.test(text.slice(name.end, next.start))) continue;
    if (readForm(text.slice(next.start, next.end)).words.length < 2) continue;
    shares ||= kinBefore.test(before) || genderOfGivenName(words[0] ?? '') !== null;
  }
  return shares;
}

const reigns =
  /\b(?:king|queen|pope|emperor|empress|tsar|czar|sultan|emir|monarch\w*|royals?|royalty|majesty|pontiff|papal|papacy|vatican|church|throne|crown|reign\w*|palace|prince|princess)\b/iu;

/**
 * Whether somebody who is told from others by a number alone ("Juan Carlos I") is called without it where the article
 * speaks of nobody who reigns: two given names are whoever is near, a coach, a brother.
 */
export const isUncrowned = (text: string, surface: string, { type, name }: Entity): boolean =>
  type === 'person' && name.replace(/ [IVX]+$/u, '') === surface && name !== surface && !reigns.test(text);
