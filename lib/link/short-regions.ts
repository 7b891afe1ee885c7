import type { EntityId } from '../model/ids.ts';
import type { KnownName, Knowledge } from '../model/knowledge.ts';
import type { CandidateName } from '../recognise/combine.ts';
import { kindOfPlace } from './place-kinds.ts';

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

/** The region that a place's marked words shorten ("Ariz." is Arizona); null for any other. */
const regionOf = (surface: string): string | null =>
  surface.endsWith('.') ? (shortForms.get(surface.slice(0, -1)) ?? null) : null;

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
  for (const name of names) {
    const region = name.type === 'place' ? regionOf(text.slice(name.start, name.end)) : null;
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
    return candidates.length === 0 ? name : { ...name, candidates };
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
