import type { EntityType } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { CandidateName } from './combine.ts';

/** What a bare surname may be taken for: makes, agencies and towns are called by people's names. */
const mistakable: ReadonlySet<EntityType> = new Set(['organisation', 'place', 'product', 'other']);

/** What only people do, have or are beside their name. */
const personBehind =
  /^(?:,? who\b| (?:himself|herself|died|was born|wrote|writes|sang|sings|married|apologi[sz]ed|told|insisted|recalled|joked|tweeted|punched|kissed|hugged|laughed|smiled|grinned|nodded|shrugged|wept|cried|knelt)\b|, (?:\d\d?,|then \d|the former\b|a former\b)|[’']s? (?:(?:late|first|second|new|next|own) )?(?:wife|husband|widow|mother|father|parents|family|sister|brother|son|daughter|children|lawyers?|poems?|novels?|songs?|albums?|death|childhood|career|fans|friends|campaign)\b)/u;
const personBefore = /(?:^|[^\p{L}])(?:Mrs?\.?|Ms\.?|Dr\.?|young|late)\s$/u;
/** The same of makes, agencies and firms. */
const firmBehind =
  /^(?: (?:Inc|Corp|Co|Ltd|plc|News|Motors?|Group|shares?|stock|cars?|trucks?|plants?|factor(?:y|ies)|employees|workers|customers|users|dealers|laptops?|terminals?|reported)\b|[’']s? (?:shares?|stock|customers|employees|plants?|factor(?:y|ies)|sales)\b)/u;
const firmBefore =
  /(?:^|[^\p{L}])(?:[Aa]n?|shares (?:of|in)|owned by|[Cc]ompany|maker|carmaker|told|to|works? (?:at|for))\s$/u;

/** What it counts that the store calls the very person by the bare surname. */
const calledSo = 0.5;

/**
 * A firm's name, or a town's, that is the surname of somebody whom the article names in full is that person where its
 * mentions speak more of a person than of a firm: in an article on John M. Ford the writer, "Ford died" is no carmaker.
 * The tagger decides for all others (tagger/surnames.ts): of names that a list or the store knows for a firm's it leaves it.
 */
export function withSurnames(text: string, names: readonly CandidateName[]): readonly CandidateName[] {
  const surnames = new Set<string>();
  const bearers = new Map<string, Set<EntityId>>();
  for (const { start, end, type, candidates } of names) {
    const words = type === 'person' ? text.slice(start, end).split(' ') : [];
    const last = words.length > 1 ? words.at(-1) : undefined;
    if (last === undefined || !/^\p{Lu}\p{Ll}{2,}$/u.test(last)) continue;
    surnames.add(last);
    bearers.set(last, new Set([...(bearers.get(last) ?? []), ...candidates.map(({ id }) => id)]));
  }
  if (surnames.size === 0) return names;
  const bare = (name: CandidateName): string | null => {
    const surface = text.slice(name.start, name.end);
    return mistakable.has(name.type) && surnames.has(surface) ? surface : null;
  };
  const speaks = new Map<string, number>();
  for (const name of names) {
    const surname = bare(name);
    if (surname === null) continue;
    const [before, behind] = [
      text.slice(Math.max(0, name.start - 14), name.start),
      text.slice(name.end, name.end + 30),
    ];
    const ofPerson = personBehind.test(behind) || personBefore.test(before) ? 1 : 0;
    const ofFirm = firmBehind.test(behind) || firmBefore.test(before) ? 1 : 0;
    // Beside Taylor Swift, whom the store calls so as well, "Swift" is no network of banks.
    const isKnownSo = name.candidates.some(({ id }) => bearers.get(surname)?.has(id));
    speaks.set(surname, (speaks.get(surname) ?? 0) + ofPerson - ofFirm + (isKnownSo ? calledSo : 0));
  }
  return names.map((name) => ((speaks.get(bare(name) ?? '') ?? 0) > 0 ? { ...name, type: 'person' } : name));
}
