import type { CandidateName } from './combine.ts';

/** One of a people is not many: "Chinese said" may be. */
const ofOne = /^\p{Lu}\p{L}+n$/u;
/** A sentence begins, or something is asked for that the word is all of: with "an" or "the" before it, it is a person. */
const before =
  /(?:^|[.!?:;“"”\n]\s*|(?:^|[^\p{L}])(?:of|by|with|from|at|to|in|than|but|while|as|that|when|after|before|because|said) )$/u;
/** It speaks, does or has something, or nothing follows that it would be a property of. */
const behind =
  /^(?:['’]s? |\.(?:\s|$)|, (?:which|whose|said|has|had|will|is|was)\b| (?:fell|rose|gained|lost|dropped|jumped|climbed|said|says|will|would|has|had|is|was|could|may|might|also|plans|expects|flew|flies|declined|announced|reported|raised|cut|shares|stock|executives|pilots|employees|flights?)\b)/u;

/** A firm's first word that names a people as well, standing by itself, is the firm: "American said" beside American Airlines. */
export function withFirmsOfPeoples(text: string, names: readonly CandidateName[]): readonly CandidateName[] {
  const firms = new Map<string, CandidateName>();
  for (const name of names) {
    const [first = '', second] = name.type === 'organisation' ? text.slice(name.start, name.end).split(' ') : [];
    if (second !== undefined && ofOne.test(first) && !firms.has(first)) firms.set(first, name);
  }
  if (firms.size === 0) return names;
  return names.map((name) => {
    const firm = name.type === 'nationality' ? firms.get(text.slice(name.start, name.end)) : undefined;
    const isAlone =
      before.test(text.slice(Math.max(0, name.start - 12), name.start)) &&
      behind.test(text.slice(name.end, name.end + 16));
    return firm !== undefined && isAlone ? { ...name, type: firm.type, candidates: firm.candidates } : name;
  });
}
