import type { EntityId } from '../../model/ids.ts';
import type { Candidate, Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { foldName } from '../../text/fold-name.ts';
import { kindScore, localityOf, localityScore } from '../locality.ts';
import { kindOfPlace, type PlaceKind } from '../place-kinds.ts';

/** By so much the words beside one mention have to speak for one kind of place rather than for any other. */
const clearly = 0.4;

/**
 * Places of one name and of two kinds in one article ("senators from Georgia urge sanctions over Georgia's parliament"):
 * where the words beside its mentions tell two kinds, each mention stands for its own. A mention that says nothing is of
 * the kind that its sentence's other names are joined with, else of the only one told in its paragraph.
 */
export async function partNamesakes(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const groups = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    if (name.type !== 'place' || name.isTeam === true || name.candidates.length < 2) continue;
    const surface = foldName(text.slice(name.start, name.end));
    const group = groups.get(surface);
    if (group === undefined) groups.set(surface, [i]);
    else group.push(i);
  }
  const parted = new Map<number, CandidateName>();
  for (const mentions of groups.values())
    if (mentions.length > 1)
      for (const [i, name] of await partGroup(text, names, { mentions, knowledge })) parted.set(i, name);
  return parted.size === 0 ? names : names.map((name, i) => parted.get(i) ?? name);
}

interface Group {
  readonly mentions: readonly number[];
  readonly knowledge: Pick<Knowledge, 'getCandidates'>;
}

async function partGroup(
  text: string,
  names: readonly CandidateName[],
  { mentions, knowledge }: Group,
): Promise<ReadonlyMap<number, CandidateName>> {
  const ids = new Set(mentions.flatMap((i) => names[i]?.candidates.map(({ id }) => id) ?? []));
  const rivals = await knowledge.getCandidates([...ids]);
  const kinds = new Set(rivals.flatMap(({ entity }) => kindOfPlace(entity) ?? []));
  if (kinds.size < 2) return new Map();
  const known = await candidatesAround(names, mentions, { rivals, knowledge });
  const told = new Map<number, PlaceKind>();
  for (const i of mentions) {
    const kind = kindAt(text, names, { i, rivals, known });
    if (kind !== null) told.set(i, kind);
  }
  if (new Set(told.values()).size < 2) return new Map();
  const parted = new Map<number, CandidateName>();
  for (const i of mentions) {
    const name = names[i];
    if (name === undefined) continue;
    const kind = told.get(i) ?? kindBeside(text, names, { i, rivals, known }) ?? kindOfParagraph(text, names, i, told);
    const ofKind = new Set(
      rivals.flatMap(({ entity }) => (kind === null || kindOfPlace(entity) === kind ? [entity.id] : [])),
    );
    parted.set(i, { ...name, candidates: name.candidates.filter(({ id }) => ofKind.has(id)), apart: kind ?? 'untold' });
  }
  return parted;
}

/** Names on either side whose entities are looked at. */
const around = 6;

async function candidatesAround(
  names: readonly CandidateName[],
  mentions: readonly number[],
  {
    rivals,
    knowledge,
  }: { readonly rivals: readonly Candidate[]; readonly knowledge: Pick<Knowledge, 'getCandidates'> },
): Promise<ReadonlyMap<EntityId, Candidate>> {
  const beside = new Set(mentions.flatMap((i) => names.slice(Math.max(0, i - around), i + around + 1)));
  const ids = new Set([...beside].flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const known = await knowledge.getCandidates([...ids]);
  return new Map([...rivals, ...known].map((one) => [one.entity.id, one]));
}

interface Mention {
  readonly i: number;
  readonly rivals: readonly Candidate[];
  readonly known: ReadonlyMap<EntityId, Candidate>;
}

/** The kind that the words right beside one mention tell. */
function kindAt(text: string, names: readonly CandidateName[], { i, rivals, known }: Mention): PlaceKind | null {
  const locality = localityOf(text, names, [i]);
  const field = { candidates: known, rivals };
  return clearest(rivals, (rival) => localityScore(locality, rival, field) + kindScore(locality, rival, field));
}

/** The kind that names of its sentence are joined with: Tbilisi with the country, Atlanta with the state. */
function kindBeside(text: string, names: readonly CandidateName[], { i, rivals, known }: Mention): PlaceKind | null {
  const here = names[i];
  if (here === undefined) return null;
  const others = names.slice(Math.max(0, i - around), i + around + 1).filter((name) => {
    const between = text.slice(Math.min(name.end, here.end), Math.max(name.start, here.start));
    return name !== here && !/[.!?]["”’]?\s|\n/u.test(between);
  });
  const joined = (rival: Candidate): number =>
    others.filter(({ candidates }) =>
      candidates.some(({ id }) => {
        const other = known.get(id);
        return other !== undefined && kindOfPlace(other.entity) !== 'country' && rival.neighbours.has(id);
      }),
    ).length;
  return clearest(rivals, joined);
}

function kindOfParagraph(
  text: string,
  names: readonly CandidateName[],
  i: number,
  told: ReadonlyMap<number, PlaceKind>,
): PlaceKind | null {
  const start = names[i]?.start ?? 0;
  const from = text.lastIndexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  const kinds = new Set(
    [...told].flatMap(([at, kind]) => {
      const place = names[at]?.start ?? -1;
      return place >= from && (end < 0 || place < end) ? [kind] : [];
    }),
  );
  const [only, another] = kinds;
  return another === undefined ? (only ?? null) : null;
}

function clearest(rivals: readonly Candidate[], scoreOf: (rival: Candidate) => number): PlaceKind | null {
  const scores = new Map<PlaceKind, number>();
  for (const rival of rivals) {
    const kind = kindOfPlace(rival.entity);
    if (kind !== null) scores.set(kind, Math.max(scores.get(kind) ?? Number.NEGATIVE_INFINITY, scoreOf(rival)));
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return first !== undefined && second !== undefined && first[1] - second[1] >= clearly ? first[0] : null;
}
