import type { Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { isOutlet } from '../presence.ts';

/** What opens the credit of a picture, up to the name in question: "(Picture: ", "Photograph: Ada Tarn/". */
const creditBefore =
  /(?:^|[(\n] ?|[.!?] )(?:Pictures?|Pic|Photos?|Photograph|Images?|Credit|Source)(?: credit)?(?::| by) (?:[^\s()/]+ ){0,4}(?:[^\s()/]+\/)?$/u;

/** How far before a name its credit opens. */
const reach = 60;

/** Who is known so well gives pictures away as well ("Photo: FBI"). */
const known = 0.5;

/** Letters in a picture's credit are those of who took it: "(Picture: PA)" is no Palestinian Authority. */
export async function lookUpCredits(
  text: string,
  names: readonly CandidateName[],
  { getCandidates }: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const credited = new Set(
    names.filter(
      ({ start, end, candidates }) =>
        candidates.length > 0 &&
        /^\p{Lu}{2,3}$/u.test(text.slice(start, end)) &&
        creditBefore.test(text.slice(Math.max(0, start - reach), start)),
    ),
  );
  if (credited.size === 0) return names;
  const ids = [...new Set([...credited].flatMap(({ candidates }) => candidates.map(({ id }) => id)))];
  const outlets = new Set((await getCandidates(ids)).filter(isOutlet).map(({ entity }) => entity.id));
  return names.map((name) =>
    credited.has(name)
      ? { ...name, candidates: name.candidates.filter(({ id, prominence }) => prominence >= known || outlets.has(id)) }
      : name,
  );
}
