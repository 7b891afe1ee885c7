import type { EntityId } from '../../model/ids.ts';
import type { KnownName, Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { kindOfPlace } from '../place-kinds.ts';

/** States and provinces as datelines and lists of members shorten them, without the point at the end. */
const shortForms: ReadonlyMap<string, string> = new Map(
  `Ala=Alabama Ariz=Arizona Ark=Arkansas Calif=California Colo=Colorado Conn=Connecticut Del=Delaware Fla=Florida Ga=Georgia
Ill=Illinois Ind=Indiana Kan=Kansas Ky=Kentucky La=Louisiana Md=Maryland Mass=Massachusetts Mich=Michigan Minn=Minnesota
Miss=Mississippi Mo=Missouri Mont=Montana Neb=Nebraska Nev=Nevada N.H=New_Hampshire N.J=New_Jersey N.M=New_Mexico
N.Y=New_York N.C=North_Carolina N.D=North_Dakota Okla=Oklahoma Ore=Oregon Pa=Pennsylvania R.I=Rhode_Island
S.C=South_Carolina S.D=South_Dakota Tenn=Tennessee Tex=Texas Vt=Vermont Va=Virginia Wash=Washington W.Va=West_Virginia
Wis=Wisconsin Wyo=Wyoming Alta=Alberta B.C=British_Columbia Man=Manitoba N.B=New_Brunswick N.S=Nova_Scotia Ont=Ontario
Que=Quebec Sask=Saskatchewan`
    .split(/\s+/u)
    .map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]),
);

/** The letters by which the post shortens the same, which stand for other things unless they follow a town. */
const postalCodes: ReadonlyMap<string, string> = new Map(
  `AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado CT=Connecticut DE=Delaware FL=Florida GA=Georgia
HI=Hawaii ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas KY=Kentucky LA=Louisiana ME=Maine MD=Maryland
MA=Massachusetts MI=Michigan MN=Minnesota MS=Mississippi MO=Missouri MT=Montana NE=Nebraska NV=Nevada NH=New_Hampshire
NJ=New_Jersey NM=New_Mexico NY=New_York NC=North_Carolina ND=North_Dakota OH=Ohio OK=Oklahoma OR=Oregon PA=Pennsylvania
RI=Rhode_Island SC=South_Carolina SD=South_Dakota TN=Tennessee TX=Texas UT=Utah VT=Vermont VA=Virginia WA=Washington
WV=West_Virginia WI=Wisconsin WY=Wyoming`
    .split(/\s+/u)
    .map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]),
);

/** The region that a place's marked words shorten ("Ariz." is Arizona, and "AZ" behind a town); null for any other. */
function regionOf(text: string, { start, end }: CandidateName, before: CandidateName | undefined): string | null {
  const surface = text.slice(start, end);
  if (surface.endsWith('.')) return shortForms.get(surface.slice(0, -1)) ?? null;
  // The point that closes a sentence closes the short form too, and may be taken for the sentence's alone.
  const region = text[end] === '.' ? shortForms.get(surface) : undefined;
  if (region !== undefined) return region;
  const isBehindTown = before?.type === 'place' && text.slice(before.end, start) === ', ';
  return isBehindTown ? (postalCodes.get(surface) ?? null) : null;
}

/**
 * Places written as the short form of a state or province, with what the store knows of it: short forms are no aliases,
 * because most of them are words or other names as well ("Miss.", "Ill.", "Man.").
 */
export async function lookUpRegions(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'findNames' | 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const short = new Map<CandidateName, string>();
  for (const [i, name] of names.entries()) {
    // Letters behind a town are its state's, whomever else they may stand for.
    const region = name.type === 'place' || name.type === 'organisation' ? regionOf(text, name, names[i - 1]) : null;
    if (region !== null) short.set(name, region);
  }
  if (short.size === 0) return names;
  const lines = [...new Set(short.values())].join('\n');
  const hits = await knowledge.findNames(lines);
  const states = await statesAmong(hits, knowledge);
  const found = new Map<string, KnownName['candidates']>();
  for (const { start, end, candidates } of hits)
    found.set(
      lines.slice(start, end),
      candidates.filter(({ id }) => states.has(id)),
    );
  return names.map((name) => {
    const candidates = found.get(short.get(name) ?? '') ?? [];
    return candidates.length === 0 ? name : { ...name, type: 'place', candidates };
  });
}

async function statesAmong(
  hits: readonly KnownName[],
  { getCandidates }: Pick<Knowledge, 'getCandidates'>,
): Promise<ReadonlySet<EntityId>> {
  const ids = hits.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const known = await getCandidates([...new Set(ids)]);
  return new Set(known.flatMap(({ entity }) => (kindOfPlace(entity) === 'state' ? [entity.id] : [])));
}
