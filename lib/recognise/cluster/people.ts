import { initialsOf, type NameForm, partOf, sameFullName } from './forms.ts';
import { genderOfGivenName } from '../given-names.ts';
import type { MentionPlace } from './salience.ts';
import type { Gender } from '../../model/entity.ts';

/** A person's mention on its way into a cluster. */
export interface PersonMention {
  readonly form: NameForm;
  readonly place: MentionPlace;
  /** Ids of the store's entities that these very words may mean. */
  readonly candidates: readonly string[];
  /** Whether an "and" joins it to the person named before it. */
  readonly isJoined: boolean;
  /** What a title or role word beside it tells. */
  readonly gender: Gender | null;
  /** Whether it stands behind what somebody else's kin is called: "his mother, [Frances Scott]". */
  readonly isKin: boolean;
  /** The rank or office right before it ("Inspector", "Judge"), folded. */
  readonly rank: string | null;
}

interface Group {
  readonly id: number;
  /** The mention by which the text introduces the person. */
  readonly since: number;
  readonly forms: NameForm[];
  readonly candidates: Set<string>;
  gender: Gender | null;
  /** What the first word of a full name tells: no more than a hint. */
  likelyGender: Gender | null;
  /** Keys of the short forms by which the text has called this person. */
  readonly calledBy: Set<string>;
  readonly ranks: Set<string>;
  /** Whether the text introduces the person as somebody's kin. */
  isKin: boolean;
  /** The mention that counts most for who is meant next: what an older one weighs fades at the same rate. */
  last: { readonly sentence: number; readonly weight: number } | null;
  mentions: number;
}

/** How much an earlier mention counts for who a bare surname means: by its place in the sentence. */
const subjectWeight = 1;
const otherWeight = 0.55;
const fullNameBonus = 0.5;
/** A person whom the text has called by another short form is less likely to be meant by this one. */
const otherCallPenalty = 0.35;
/** So is one whose given name is hardly ever borne by somebody of the gender that a title tells. */
const otherGenderPenalty = 0.5;
/** "Inspector Grant" is the Grant whom the text introduced as an inspector. */
const sameRankBonus = 0.8;
/** Kin are called by what they are to somebody, or by their given names, where the one whose kin they are is named too. */
const kinPenalty = 0.5;
/** Whom the store and the text call by a surname alone is called so again, and not whom the text names in full. */
const namedInFullPenalty = 0.8;
/** "Ngugi" is the father, whom the text names too, of a "Mukoma wa Ngugi". */
const childPenalty = 0.7;
/** What stands between somebody's own name and the father's. */
const childOf: ReadonlySet<string> = new Set('wa bin ibn bint binti ben bar'.split(' '));
/** "Trump" is hardly ever the "Trump Jr." of the same text. */
const suffixPenalty = 0.6;
/** Each sentence further back counts this much of the one after it. */
const fading = 0.9;

/**
 * Groups the mentions of persons: a number for each mention, equal for one person. Two different full names never share
 * a group; a surname or first name alone goes to the person whom the text last made its subject. Work grows with the
 * mentions and with how many people share a word of their names.
 */
export function groupPeople(mentions: readonly PersonMention[]): number[] {
  const people = new People();
  const longer = wordPairs(mentions);
  // Full names first, so that a short form in a headline finds the name that follows it.
  const full: (Group | null)[] = [];
  for (const [i, { form, candidates, isJoined }] of mentions.entries()) {
    const other = isJoined ? (full[i - 1] ?? null) : null;
    full.push(form.words.length < 2 ? null : people.fullName({ form, candidates }, { longer, other, since: i }));
  }
  return mentions.map((mention, i) => {
    const group = full[i] ?? people.likeliest(mention, i) ?? people.create(mention, i);
    group.gender ??= mention.gender;
    if (mention.rank !== null) group.ranks.add(mention.rank);
    if (group.since === i) group.isKin = mention.isKin;
    if (mention.form.words.length === 1) group.calledBy.add(mention.form.key);
    const weight =
      (mention.place.isSubject ? subjectWeight : otherWeight) + (mention.form.words.length > 1 ? fullNameBonus : 0);
    const { sentence } = mention.place;
    if (group.last === null || weight >= group.last.weight * fading ** (sentence - group.last.sentence))
      group.last = { sentence, weight };
    group.mentions += 1;
    return group.id;
  });
}

const pairOf = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]}`;

/** Forms of three words and more, without a suffix, by each pair of words in them. */
function wordPairs(mentions: readonly PersonMention[]): Map<string, Set<NameForm>> {
  const pairs = new Map<string, Set<NameForm>>();
  const seen = new Set<string>();
  for (const { form } of mentions) {
    const { words, key, suffix } = form;
    if (words.length < 3 || suffix !== null || seen.has(key)) continue;
    seen.add(key);
    for (let at = 0; at + 1 < words.length; at += 1) enlist(pairs, pairOf(words, at), form);
  }
  return pairs;
}

function enlist<Value>(map: Map<string, Set<Value>>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

const endsOf = ({ words }: NameForm): string => `${words.at(-1)} ${words[0]?.[0]}`;

type Named = Pick<PersonMention, 'form' | 'candidates'>;

interface FullNameContext {
  readonly longer: ReadonlyMap<string, ReadonlySet<NameForm>>;
  /** Somebody who is named beside this one: nobody is joined to himself. */
  readonly other: Group | null;
  readonly since: number;
}

/** The people of a text so far, found by the words and initials of their names and by the store's entities. */
class People {
  readonly #groups: Group[] = [];
  readonly #byWord = new Map<string, Set<Group>>();
  /** By the last word and the first letter. */
  readonly #byEnds = new Map<string, Set<Group>>();
  readonly #byInitials = new Map<string, Set<Group>>();
  readonly #byCandidate = new Map<string, Set<Group>>();

  create(named: Named, since: number): Group {
    const group: Group = {
      id: this.#groups.length,
      since,
      forms: [],
      candidates: new Set(),
      gender: null,
      likelyGender: null,
      calledBy: new Set(),
      ranks: new Set(),
      isKin: false,
      last: null,
      mentions: 0,
    };
    this.#groups.push(group);
    return this.add(group, named);
  }

  add(group: Group, { form, candidates }: Named): Group {
    for (const id of candidates) {
      group.candidates.add(id);
      enlist(this.#byCandidate, id, group);
    }
    if (group.forms.some(({ key }) => key === form.key)) return group;
    group.forms.push(form);
    if (form.words.length > 1) group.likelyGender ??= genderOfGivenName(form.words[0] ?? '');
    for (const word of form.words) enlist(this.#byWord, word, group);
    enlist(this.#byEnds, endsOf(form), group);
    for (const initials of initialsOf(form)) enlist(this.#byInitials, initials, group);
    return group;
  }

  /** The person of a full name; null for one that is part of a longer name of the text. */
  fullName({ form, candidates }: Named, { longer, other, since }: FullNameContext): Group | null {
    const group = this.#samePerson({ form, candidates }, other);
    if (group !== null) return this.add(group, { form, candidates });
    const names = [...(longer.get(pairOf(form.words, 0)) ?? [])];
    return names.some(({ words }) => partOf(form.words, words) !== null)
      ? null
      : this.create({ form, candidates }, since);
  }

  #samePerson({ form, candidates }: Named, other: Group | null): Group | null {
    const [only] = candidates;
    const namesakes = [...(this.#byEnds.get(endsOf(form)) ?? [])];
    const known = candidates.length === 1 && only !== undefined ? [...(this.#byCandidate.get(only) ?? [])] : [];
    return (
      namesakes.find((group) => group !== other && fitsEveryForm(group, form)) ??
      // One entity of the store under two full names ("Joe Biden", "Joseph R. Biden").
      known.find((group) => group !== other && group.candidates.size === 1) ??
      null
    );
  }

  likeliest(mention: PersonMention, at: number): Group | null {
    const { form, candidates } = mention;
    const [only] = candidates;
    const possible = new Set([
      ...(this.#byWord.get(form.words[0] ?? '') ?? []),
      ...(this.#byInitials.get(form.words.join('')) ?? []),
      ...(candidates.length === 1 && only !== undefined ? (this.#byCandidate.get(only) ?? []) : []),
    ]);
    const isCalledSo = [...possible].some(
      (group) => group.calledBy.has(form.key) && candidates.some((id) => group.candidates.has(id)),
    );
    let best: Group | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const group of possible) {
      const isOther = isOtherByStore(group, mention);
      if (isOther && (group.since > at || isOfOtherRank(group, mention))) continue;
      const isLess = isOther && isCalledSo && !group.calledBy.has(form.key) && mention.gender === null;
      const isChild = isChildOf(group, form) && [...possible].some((other) => isFirst(other, form));
      const score = scoreOf(group, mention) - (isLess ? namedInFullPenalty : 0) - (isChild ? childPenalty : 0);
      if (score > bestScore || (score === bestScore && best !== null && group.id < best.id)) {
        best = group;
        bestScore = score;
      }
    }
    return best;
  }
}

/** "P. Hughes" joins neither Percival Hughes and Peregrine Hughes nor the two to each other. */
function fitsEveryForm(group: Group, form: NameForm): boolean {
  const full = group.forms.filter(({ words }) => words.length > 1);
  return full.length > 0 && full.every((one) => sameFullName(one, form));
}

const isFirst = ({ forms }: Group, { words }: NameForm): boolean =>
  forms.some((one) => one.words.length > 1 && one.words[0] === words[0]);

const isChildOf = ({ forms }: Group, { words }: NameForm): boolean =>
  forms.some((one) => words.length === 1 && one.words.at(-1) === words[0] && childOf.has(one.words.at(-2) ?? ''));

/** A "Trump" before any full name is whom the store calls so, not the "Melania Trump" who comes later. */
const isOtherByStore = (group: Group, { candidates }: PersonMention): boolean =>
  candidates.length > 0 && group.candidates.size > 0 && !candidates.some((id) => group.candidates.has(id));

/** "President Trump" is not the Melania Trump of whom the text tells no such office. */
const isOfOtherRank = (group: Group, { rank }: PersonMention): boolean => rank !== null && !group.ranks.has(rank);

/** How likely the short form means this person; minus infinity where it cannot. */
function scoreOf(group: Group, mention: PersonMention): number {
  const never = Number.NEGATIVE_INFINITY;
  const { form } = mention;
  const part = group.forms
    .map((one) => (one.key === form.key ? 'all' : partOf(form.words, one.words)))
    .find((found) => found !== null);
  // "Francis" is not Guli Francis-Dehqani.
  const isHalf = form.words.length === 1 && group.forms.every((one) => one.joined.includes(form.key));
  if (isHalf) return never;
  const byStore = mention.candidates.length === 1 && mention.candidates.some((id) => group.candidates.has(id));
  if (part === undefined && !byStore && !group.forms.some((one) => initialsOf(one).includes(form.words.join(''))))
    return never;
  if (mention.gender !== null && group.gender !== null && mention.gender !== group.gender) return never;
  if (form.suffix !== null && group.forms.every((one) => one.suffix !== form.suffix)) return never;
  let score = part === 'all' ? 0.4 : part === 'end' || byStore ? 0.3 : 0.15;
  if (group.last !== null)
    score = Math.max(score, 0.3 + group.last.weight * fading ** (mention.place.sentence - group.last.sentence));
  if (mention.gender !== null && group.gender === null && (group.likelyGender ?? mention.gender) !== mention.gender)
    score -= otherGenderPenalty;
  if (mention.rank !== null && group.ranks.has(mention.rank)) score += sameRankBonus;
  if (group.isKin && mention.gender === null) score -= kinPenalty;
  if (form.suffix === null && group.forms.some(({ suffix }) => suffix !== null)) score -= suffixPenalty;
  if (group.calledBy.size > 0 && !group.calledBy.has(form.key)) score -= otherCallPenalty;
  return score + 0.04 * Math.log1p(group.mentions);
}
