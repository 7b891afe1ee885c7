import type { EntityType, Gender } from '../../model/entity.ts';
import { mapInSteps, type Steps } from '../../model/steps.ts';
import type { TextDocument } from '../../text/document.ts';
import { type CandidateName, meantType } from '../combine.ts';
import { readForm } from './forms.ts';
import { genderOfWord, rankOfWord } from './gender.ts';
import { groupPeople } from './people.ts';
import { placeMentions } from './salience.ts';
import { groupThings } from './things.ts';

/** How well known something is that names nothing else than itself, where another thing is called after it. */
const renowned = 0.4;

/** Mentions of one thing: indexes into the names, ascending; clusters stand in order of their first mention. */
export interface NameCluster {
  readonly names: readonly number[];
  /** Index of the name that shows the thing most fully. */
  readonly fullest: number;
  readonly gender: Gender | null;
}

/**
 * Groups the names of an article by what they stand for.
 *
 * `canonical` maps an entity to the one it is counted with (a nationality to its country), as the store has it.
 */
export function* clusterNames(
  document: TextDocument,
  names: readonly CandidateName[],
  canonical: (entity: string) => string,
): Steps<NameCluster[]> {
  const places = placeMentions(document, names);
  yield;
  const beside = titlesBeside(document, names);
  const people: number[] = [];
  const things: number[] = [];
  for (const [i, name] of names.entries()) (name.type === 'person' ? people : things).push(i);

  yield;
  const described = yield* mapInSteps(names, (name, i) => {
    const surface = document.text.slice(name.start, name.end);
    const wanted = name.candidates.filter((candidate) => (candidate.type === 'person') === (name.type === 'person'));
    return {
      surface,
      form: readForm(surface),
      type: meantType(name),
      candidates: [...new Set(wanted.map((candidate) => canonical(candidate.id)))],
      isRenowned: wanted.some(({ prominence }) => prominence >= renowned),
      place: places[i] ?? { sentence: 0, isSubject: false, isPossessive: false },
      gender: beside[i]?.gender ?? null,
      rank: beside[i]?.rank ?? null,
      isKin: isKinOf(document.text, name),
      isTeam: name.isTeam === true,
      apart: name.apart ?? '',
      isJoined: isJoined(document.text, names[i - 1], name),
      inBracketsAfter: isBracketAfter(document.text, names[i - 1], name),
    };
  });
  const pick = (indexes: readonly number[]) => indexes.flatMap((i) => described[i] ?? []);

  const grouped = new Map<string, number[]>();
  const collect = (kind: string, indexes: readonly number[], groups: readonly number[]): void => {
    for (const [at, i] of indexes.entries()) {
      const key = `${kind}${groups[at]}`;
      const members = grouped.get(key);
      if (members === undefined) grouped.set(key, [i]);
      else members.push(i);
    }
  };
  collect('p', people, groupPeople(pick(people)));
  yield;
  collect('t', things, groupThings(pick(things)));

  yield;
  return [...grouped.values()]
    .map((members) => members.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => ({
      names: members,
      fullest: fullestOf(
        nameGivers(members, (i) => described[i]?.type ?? 'other'),
        (i) => described[i]?.form.words.length ?? 0,
        (i) => described[i]?.surface.length ?? 0,
      ),
      gender: members.map((i) => described[i]?.gender ?? null).find((gender) => gender !== null) ?? null,
    }));
}

/** "Kenya" shows the thing better than the longer "Kenyan". */
const nameGivers = (members: readonly number[], typeOf: (i: number) => EntityType): readonly number[] => {
  const others = members.filter((i) => typeOf(i) !== 'nationality');
  return others.length === 0 ? members : others;
};

function fullestOf(members: readonly number[], words: (i: number) => number, length: (i: number) => number): number {
  return members.reduce(
    (best, i) => (words(i) > words(best) || (words(i) === words(best) && length(i) > length(best)) ? i : best),
    members[0] ?? 0,
  );
}

const isBracketAfter = (text: string, before: CandidateName | undefined, name: CandidateName): boolean =>
  before !== undefined && name.start - before.end <= 3 && /^\s?[(]$/u.test(text.slice(before.end, name.start));

const kin =
  /(?:['’]s?|\b[Hh]is|\b[Hh]er|\b[Tt]heir) (?:\p{L}+ ){0,2}(?:wife|husband|widow|widower|mother|father|mum|mom|dad|parents|son|daughter|brother|sister|twin|nephew|niece|cousin|uncle|aunt|grand(?:son|daughter|father|mother)),? $/u;

/** "Born in Marstrand to a lighthouse keeper, Gösta Moss": a parent of whom the text tells. */
const bornTo = /\b[Bb]orn (?:[\p{L}\p{N}]+ ){0,5}to (?:[\p{Ll}-]+,? ){0,6}$/u;

const isKinOf = (text: string, { start, type }: CandidateName): boolean => {
  const before = text.slice(Math.max(0, start - 80), start);
  return type === 'person' && (kin.test(before) || bornTo.test(before));
};

const isJoined = (text: string, before: CandidateName | undefined, name: CandidateName): boolean =>
  before?.type === 'person' && /^,? (?:and|or|&) $/u.test(text.slice(before.end, name.start));

interface Beside {
  readonly gender: Gender | null;
  readonly rank: string | null;
}

/** What stands before each person's name: "Mrs", "spokeswoman", "king", "Inspector". */
function titlesBeside(document: TextDocument, names: readonly CandidateName[]): Beside[] {
  let token = 0;
  return names.map((name) => {
    while ((document.tokens[token]?.start ?? Number.POSITIVE_INFINITY) < name.start) token += 1;
    if (name.type !== 'person') return { gender: null, rank: null };
    const title = document.tokens[token - 1]?.plain === '.' ? token - 2 : token - 1;
    return {
      gender: genderOfKin(document, name, token) ?? genderBefore(document, token),
      rank: rankOfWord(document.tokens[title]?.folded ?? ''),
    };
  });
}

/** Titles that may be written with a point. */
const shortTitles = /^(?:mr|mrs|ms|dr|prof|rev|fr|hon|st|gov|gen|sen|rep|capt|col|lt|sgt|maj|adm|supt|insp)$/u;

/** Looks at the four words before a name. */
function genderBefore({ tokens }: TextDocument, token: number): Gender | null {
  for (let back = 1; back <= 4; back += 1) {
    const before = tokens[token - back];
    // "She was the flower girl. [X] left": another sentence.
    if (before?.plain === '.' && !shortTitles.test(tokens[token - back - 1]?.folded ?? '')) return null;
    // "the sister of the missing [X]": somebody else.
    if (before === undefined || (before.kind !== 'word' && before.plain !== '.') || before.folded === 'of') return null;
    const gender = genderOfWord(before.folded);
    if (gender !== null) return gender;
  }
  return null;
}

/** "[X], 54, a teacher, and her husband": X is a woman; "her husband, [X]": X is a man. */
const ownKin =
  /^(?:,[^.;:!?\n]{0,60}?,)? and (his|her) (?:[\p{Ll}-]+ ){0,2}(?:wife|husband|partner|son|daughter|mother|father|brother|sister)\b/u;

function genderOfKin({ text, tokens }: TextDocument, name: CandidateName, token: number): Gender | null {
  const [owner, noun, comma] = [tokens[token - 3], tokens[token - 2], tokens[token - 1]];
  const isOwned = owner?.kind === 'possessive' || /^(?:his|her|their)$/u.test(owner?.folded ?? '');
  if (comma?.plain === ',' && isOwned && noun !== undefined) {
    const gender = genderOfWord(noun.folded);
    if (gender !== null) return gender;
  }
  const pronoun = ownKin.exec(text.slice(name.end, name.end + 110))?.[1];
  return pronoun === undefined ? null : pronoun === 'his' ? 'male' : 'female';
}
