import type { Knowledge, KnownName } from '../model/knowledge.ts';
import type { CandidateName } from '../recognise/combine.ts';

/** The last word of many outlets' names, by which each calls itself. */
const ownWord =
  /^(?:The )?(?:Times|Post|Journal|Tribune|Herald|News|Star|Sun|Mirror|Guardian|Telegraph|Chronicle|Gazette|Globe|Mail|Express|Independent|Observer|Standard|Record|Register|Press|Sentinel|Courier|Examiner|Bee)$/u;

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
  const isOwn = ({ start, end, type }: CandidateName): boolean => {
    const surface = text.slice(start, end);
    return type !== 'person' && ownWord.test(surface) && own.endsWith(` ${withoutArticle(surface)}`);
  };
  if (!names.some(isOwn)) return names;
  const candidates = (await knowledge.findNames(publisher)).find((hit) => isWhole(publisher, hit))?.candidates ?? [];
  return names.map((name) => (isOwn(name) ? { ...name, candidates } : name));
}

const isWhole = (publisher: string, { start, end }: KnownName): boolean =>
  withoutArticle(publisher.slice(start, end)) === withoutArticle(publisher.trim());
