import type { TextDocument } from '../../text/document.ts';
import type { CandidateName } from '../combine.ts';

/** Where each mention stands in its sentence, for telling who a short form means. */
export interface MentionPlace {
  readonly sentence: number;
  /** The grammatical subject, as far as its neighbours show. */
  readonly isSubject: boolean;
  readonly isPossessive: boolean;
}

const notVerbs: ReadonlySet<string> = new Set(
  'of and or in at on with by for from to as than but over under near about against between into through during after before since until like whose where when which that the a an'.split(
    ' ',
  ),
);
const inversions: ReadonlySet<string> = new Set(
  'said says told added asked wrote replied argued insisted warned explained noted recalled continued'.split(' '),
);

/** Places of all names, in their order. Linear in tokens and names. */
export function placeMentions(document: TextDocument, names: readonly CandidateName[]): MentionPlace[] {
  const places: MentionPlace[] = [];
  let sentence = 0;
  let token = 0;
  for (const name of names) {
    while ((document.sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= name.start) sentence += 1;
    while ((document.tokens[token]?.start ?? Number.POSITIVE_INFINITY) < name.start) token += 1;
    let after = token;
    while ((document.tokens[after]?.start ?? Number.POSITIVE_INFINITY) < name.end) after += 1;
    const next = document.tokens[after];
    const before = document.tokens[token - 1];
    const isPossessive = next?.kind === 'possessive' && !next.spaceBefore;
    const verbFollows =
      next !== undefined && /^\p{Ll}/u.test(next.plain) && !notVerbs.has(next.folded) && !isPossessive;
    const afterPreposition =
      before !== undefined &&
      notVerbs.has(before.folded) &&
      before.folded !== 'and' &&
      before.folded !== 'that' &&
      before.folded !== 'as' &&
      before.folded !== 'but' &&
      before.folded !== 'after' &&
      before.folded !== 'when';
    const inverted = before !== undefined && inversions.has(before.folded);
    const apposed = next?.plain === ',' && !afterPreposition;
    places.push({ sentence, isSubject: inverted || ((verbFollows || apposed) && !afterPreposition), isPossessive });
    token = after;
  }
  return places;
}
