import { isAcronymOf, type NameForm, partOf, sameFullName } from './forms.ts';
import type { MentionPlace } from './salience.ts';
import type { Gender } from '../model/entity.ts';

/** A person's mention on its way into a cluster. */
export interface PersonMention {
  readonly form: NameForm;
  readonly place: MentionPlace;
  /** Ids of the store's entities that these very words may mean. */
  readonly candidates: readonly string[];
  /** What a title or role word beside it tells. */
  readonly gender: Gender | null;
}

interface Group {
  readonly id: number;
  forms: NameForm[];
  candidates: Set<string>;
  gender: Gender | null;
  /** Keys of the short forms by which the text has called this person. */
  calledBy: Set<string>;
  seen: { readonly sentence: number; readonly weight: number }[];
}

/** How much an earlier mention counts for who a bare surname means: by its place in the sentence. */
const subjectWeight = 1;
const otherWeight = 0.55;
const fullNameBonus = 0.5;
/** A person whom the text has called by another short form is less likely to be meant by this one. */
const otherCallPenalty = 0.35;
/** Each sentence further back counts this much of the one after it. */
const fading = 0.9;

/**
 * Groups the mentions of persons: a number for each mention, equal for one person. Two different full names never share
 * a group; a surname or first name alone goes to the person whom the text last made its subject.
 */
export function groupPeople(mentions: readonly PersonMention[]): number[] {
  const groups: Group[] = [];
  const groupOf: number[] = Array.from(mentions, () => -1);
  const assign = (i: number, group: Group, mention: PersonMention): void => {
    groupOf[i] = group.id;
    group.gender ??= mention.gender;
    if (mention.form.words.length === 1) group.calledBy.add(mention.form.key);
    const weight =
      (mention.place.isSubject ? subjectWeight : otherWeight) + (mention.form.words.length > 1 ? fullNameBonus : 0);
    group.seen.push({ sentence: mention.place.sentence, weight });
  };
  const create = (mention: PersonMention): Group => {
    const group: Group = {
      id: groups.length,
      forms: [mention.form],
      candidates: new Set(mention.candidates),
      gender: null,
      calledBy: new Set(),
      seen: [],
    };
    groups.push(group);
    return group;
  };

  // Full names first, so that a short form in a headline finds the name that follows it.
  const fullGroup = new Map<number, Group>();
  for (const [i, mention] of mentions.entries()) {
    if (mention.form.words.length < 2) continue;
    const group = groups.find((known) => isSamePerson(known, mention));
    if (group !== undefined) {
      fullGroup.set(i, group);
      group.forms.push(mention.form);
      for (const id of mention.candidates) group.candidates.add(id);
    } else if (
      !mentions.some((other) => other.form.suffix === null && partOf(mention.form.words, other.form.words) !== null)
    ) {
      fullGroup.set(i, create(mention));
    }
  }

  for (const [i, mention] of mentions.entries()) {
    const full = fullGroup.get(i);
    if (full !== undefined) assign(i, full, mention);
    else assign(i, bestGroup(groups, mention) ?? create(mention), mention);
  }
  return groupOf;
}

function isSamePerson(group: Group, mention: PersonMention): boolean {
  // Every full form has to fit: "P. Hughes" joins neither Percival Hughes and Peregrine Hughes nor the two to each other.
  const full = group.forms.filter(({ words }) => words.length > 1);
  if (full.length > 0 && full.every((form) => sameFullName(form, mention.form))) return true;
  // One entity of the store under two full names ("Joe Biden", "Joseph R. Biden").
  const [only] = mention.candidates;
  return (
    mention.candidates.length === 1 && group.candidates.size === 1 && only !== undefined && group.candidates.has(only)
  );
}

function bestGroup(groups: readonly Group[], mention: PersonMention): Group | null {
  let best: Group | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const group of groups) {
    const part = group.forms
      .map((form) => (form.key === mention.form.key ? 'all' : partOf(mention.form.words, form.words)))
      .find((found) => found !== null);
    const byStore = mention.candidates.length === 1 && mention.candidates.some((id) => group.candidates.has(id));
    const byInitials = group.forms.some((form) => isAcronymOf(mention.form.words.join(''), form));
    if (part === undefined && !byStore && !byInitials) continue;
    if (mention.gender !== null && group.gender !== null && mention.gender !== group.gender) continue;
    if (mention.form.suffix !== null && group.forms.every((form) => form.suffix !== mention.form.suffix)) continue;
    let score = part === 'all' ? 0.4 : part === 'end' || byStore ? 0.3 : 0.15;
    for (const seen of group.seen) {
      const distance = mention.place.sentence - seen.sentence;
      score = Math.max(score, 0.3 + seen.weight * fading ** distance);
    }
    if (group.calledBy.size > 0 && !group.calledBy.has(mention.form.key)) score -= otherCallPenalty;
    score += 0.04 * Math.log1p(group.seen.length);
    if (score > bestScore) {
      best = group;
      bestScore = score;
    }
  }
  return best;
}
