import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, knownType, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { mix } from '../tagger/hash.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const work = entityTypes.indexOf('work');
const nationality = entityTypes.indexOf('nationality');
/** A place whose type the model is surer of than this keeps it: "Loveland" the town beside Loveland the team. */
const sure = 0.7;

/** So large a share of a name's places has to be of one type before the others follow. */
const majority = 0.6;

/** What the store knows the name as, where it is so at one of its places and nobody of the document is called by it. */
function storesType(view: DocumentView, places: readonly FoundName[], inPeople: ReadonlySet<number>): number | null {
  const [first] = places;
  if (first === undefined) return null;
  const known = knownType(view, first.from, first.end);
  if (known === null || known === person || !places.some(({ type }) => type === known)) return null;
  return inPeople.has(view.facts[first.from]?.lower ?? 0) ? null : known;
}

/** No place that is one by "in" is somebody. */
const mayBe = ({ document: { tokens } }: DocumentView, { from, type }: FoundName, wanted: number): boolean =>
  !(type === place && wanted === person && tokens[from - 1]?.folded === 'in');

/** Whether marks stand right before and behind it: what is quoted so is a title. */
const isQuoted = ({ document: { tokens } }: DocumentView, { from, end }: FoundName): boolean =>
  /^["“'‘]$/u.test(tokens[from - 1]?.plain ?? '') && /^["”'’]$/u.test(tokens[end]?.plain ?? '');

/**
 * A name is one thing throughout a document: where its places are of several types, those of which the model is not sure
 * are of the type of most, or a work where a title's quotation marks say so. Nationalities stay.
 */
export function agreeOnType(view: DocumentView, labelling: Labelling): Labelling {
  const { confidences } = labelling;
  const byName = new Map<number, FoundName[]>();
  for (const name of foundNames(labelling.labels)) {
    let hash = 0;
    for (let i = name.from; i < name.end; i += 1) hash = mix(hash, view.facts[i]?.surface ?? 0);
    const places = byName.get(hash);
    if (places === undefined) byName.set(hash, [name]);
    else places.push(name);
  }
  // Words of the full names of people: "Chelsea" beside Chelsea Vance is whoever the model says.
  const inPeople = new Set<number>();
  for (const { from, end, type } of foundNames(labelling.labels))
    if (type === person && end - from > 1) for (let i = from; i < end; i += 1) inPeople.add(view.facts[i]?.lower ?? 0);
  const labels = labelling.labels.slice();
  for (const places of byName.values()) {
    const counts = new Map<number, number>();
    for (const { type } of places) counts.set(type, (counts.get(type) ?? 0) + 1);
    if (counts.size < 2 || counts.has(nationality)) continue;
    const [most, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    const isTitle = places.some((name) => name.type === work && isQuoted(view, name));
    const known = storesType(view, places, inPeople);
    if (count < majority * places.length && !isTitle && known === null) continue;
    const type = isTitle ? work : (known ?? most);
    for (const name of places)
      if (name.type !== type && (confidences[name.from] ?? 0) < sure && mayBe(view, name, type))
        writeName(labels, { ...name, type });
  }
  return { ...labelling, labels };
}
