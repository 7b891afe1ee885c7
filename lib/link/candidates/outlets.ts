import type { Knowledge, KnownName, NameCandidate } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';

/** The last word of many outlets' names, by which each calls itself. */
const ownWord =
  /^(?:The )?(?:Times|Post|Journal|Tribune|Herald|News|Star|Sun|Mirror|Guardian|Telegraph|Chronicle|Gazette|Globe|Mail|Express|Independent|Observer|Standard|Record|Register|Press|Sentinel|Courier|Examiner|Bee)$/u;

const asOutlet = (name: CandidateName): CandidateName => ({
  ...name,
  type: 'organisation',
  candidates: name.candidates.filter(isNoPlace),
});

const isNoPlace = ({ type }: NameCandidate): boolean => type !== 'nationality' && type !== 'place';

const withoutArticle = (name: string): string => name.replace(/^the /iu, '');

/**
 * "The Times" in the Los Angeles Times is that paper, and in the Harbour Times, which the store does not know, none that
 * it knows.
 */
export async function lookUpOutlet(
  text: string,
  names: readonly CandidateName[],
  publisher: string | null,
  knowledge: Pick<Knowledge, 'findNames'>,
): Promise<readonly CandidateName[]> {
  if (publisher === null) return names;
  const own = withoutArticle(publisher.trim());
  // "The Namibian" in the paper of that name is nobody's nationality, and "Scottish Field" no field.
  const isWholeName = ({ start, end, type }: CandidateName): boolean =>
    type !== 'person' &&
    withoutArticle(text.slice(start, end)) === own &&
    (own.includes(' ') || type === 'organisation');
  const isOwn = ({ start, end, type }: CandidateName): boolean => {
    const surface = text.slice(start, end);
    return type !== 'person' && ownWord.test(surface) && own.endsWith(` ${withoutArticle(surface)}`);
  };
  const told = names.some(isWholeName) ? names.map((name) => (isWholeName(name) ? asOutlet(name) : name)) : names;
  if (!told.some(isOwn)) return told;
  const candidates = (await knowledge.findNames(publisher)).find((hit) => isWhole(publisher, hit))?.candidates ?? [];
  return told.map((name) => (isOwn(name) ? { ...name, candidates } : name));
}

const isWhole = (publisher: string, { start, end }: KnownName): boolean =>
  withoutArticle(publisher.slice(start, end)) === withoutArticle(publisher.trim());
