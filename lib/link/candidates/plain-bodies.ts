import type { Candidate, KnownName, Knowledge } from '../../model/knowledge.ts';
import type { EntityType } from '../../model/entity.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { homesOf } from '../presence.ts';

/** What the law adds to a firm's name behind it: "Pfizer Inc.", "JPMorgan Chase & Co.". */
const legalForm =
  /(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SE|SA|S\.A|SpA|S\.p\.A|NV|N\.V|AB|ASA|Oyj)\.?| & Co\.?)$/u;
/** The country, or the union of all, that writers put before an agency's name: "U.S. Food and Drug Administration". */
const ofCountry = /^(U\.S\.|US|U\.K\.|UK|U\.N\.|UN) (?=\S)/u;

/** A maker goes by its product's name, and is taken for it. */
const mayBeBody: ReadonlySet<EntityType> = new Set(['organisation', 'product']);

interface PlainForm {
  readonly name: string;
  /** Where it has to be at home; null where nothing is said of that. */
  readonly country: string | null;
}

function plainForm(surface: string): PlainForm | null {
  const country = ofCountry.exec(surface)?.[1] ?? null;
  let name = country === null ? surface : surface.slice(country.length + 1);
  for (let shorter = name.replace(legalForm, ''); shorter !== name; shorter = name.replace(legalForm, ''))
    name = shorter;
  return name === '' || name === surface || name.includes('\n') ? null : { name, country };
}

/**
 * Bodies that the store knows by a plainer name than the one they are called by: a firm with its legal form, an agency
 * with its country before it. Nothing but an organisation counts, and behind a country's name only what is at home there.
 */
export async function lookUpPlainBodies(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'findNames' | 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const forms = new Map<CandidateName, PlainForm>();
  for (const name of names) {
    if (!mayBeBody.has(name.type) || name.candidates.length > 0) continue;
    const form = plainForm(text.slice(name.start, name.end));
    if (form !== null) forms.set(name, form);
  }
  if (forms.size === 0) return names;
  const wanted = [...forms.values()].flatMap(({ name, country }) => (country === null ? [name] : [name, country]));
  const lines = [...new Set(wanted)].join('\n');
  const found = new Map<string, KnownName['candidates']>();
  for (const { start, end, candidates } of await knowledge.findNames(lines))
    found.set(lines.slice(start, end), candidates);
  const bodiesOf = ({ name }: PlainForm): KnownName['candidates'] =>
    (found.get(name) ?? []).filter(({ type }) => type === 'organisation');
  const placed = [...forms.values()].filter(({ country }) => country !== null);
  const ids = [...new Set(placed.flatMap((form) => bodiesOf(form).map(({ id }) => id)))];
  const known = new Map(
    (ids.length === 0 ? [] : await knowledge.getCandidates(ids)).map((one) => [one.entity.id, one]),
  );
  const isAtHome = (body: Candidate | undefined, country: string): boolean =>
    body !== undefined &&
    (found.get(country) ?? []).some(({ id, type }) =>
      type === 'organisation' ? body.neighbours.has(id) : homesOf(body).has(id),
    );
  return names.map((name) => {
    const form = forms.get(name);
    if (form === undefined) return name;
    const { country } = form;
    const candidates = bodiesOf(form).filter(({ id }) => country === null || isAtHome(known.get(id), country));
    return candidates.length === 0 ? name : { ...name, type: 'organisation', candidates };
  });
}
