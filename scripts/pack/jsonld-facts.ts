import { isNode, type SchemaNode, typesOf, valuesOf } from '../../lib/review/node.ts';
import { idIn, isGlobal, namesIn, wikidataIn, wordingsOf, wordsOf } from '../../lib/review/thing.ts';
import { hashOf, ownSource, slugOf } from './records.ts';

/** A fact whose ends may be known only once the whole file is read. */
export interface FactDraft {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly value: { readonly text: string } | { readonly date: string } | { readonly key: string };
  /** Key of what a role is held in. */
  readonly of: string | null;
  /** What the value is called where its node is not taken in. */
  readonly otherwise: string | null;
  readonly times: { readonly validFrom?: string; readonly validTo?: string };
}

/** The things of a file, by the names that they have in it. */
export interface Graph {
  /** Null for a node that says nothing of which thing it is. `document` is the number of the value that it stands in. */
  keyOf(node: SchemaNode, document: number): string | null;
  /** The id of a thing that is taken in. */
  idOf(node: SchemaNode, key: string | null): { readonly id: string; readonly isNew: boolean };
  /** The id of a thing's next fact of that kind. */
  nextFact(subject: string, predicate: string): string;
  /** Null where it refers to what is not taken in; before the end of the file that may still come. */
  recordOf(fact: FactDraft, when: 'on the way' | 'at the end'): object | null;
}

export function createGraph(owner: string): Graph {
  const ids = new Map<string, string>();
  const keys = new Map<string, string>();
  const facts = new Map<string, number>();
  const idFor = (node: SchemaNode, key: string | null): string => {
    const item = wikidataIn(node);
    if (item !== null) return `wd:${item}`;
    const self = idIn(node)?.replace(/^https?:\/\//u, '');
    const id = `${owner}:${slugOf(self ?? namesIn(node)[0]?.text ?? 'thing')}`;
    // Two addresses that differ in what no id has.
    const isTaken = key !== null && keys.has(id) && keys.get(id) !== key;
    return isTaken ? `${id}-${hashOf(key)}` : id;
  };
  return {
    keyOf(node, document) {
      const item = wikidataIn(node);
      if (item !== null) return `wd:${item}`;
      const id = idIn(node);
      if (id === null) return null;
      return isGlobal(id) && !id.startsWith('_:') ? id : `${document} ${id}`;
    },
    idOf(node, key) {
      const known = key === null ? undefined : ids.get(key);
      if (known !== undefined) return { id: known, isNew: false };
      const id = idFor(node, key);
      if (key !== null) {
        ids.set(key, id);
        keys.set(id, key);
      }
      // Wikidata's word for it may stand beside another name of the graph.
      const self = idIn(node);
      if (self !== null && isGlobal(self)) ids.set(self, id);
      return { id, isNew: true };
    },
    nextFact(subject, predicate) {
      const nth = facts.get(subject) ?? 0;
      facts.set(subject, nth + 1);
      return `${owner}:f-${slugOf(subject)}-${predicate}-${nth}`;
    },
    recordOf({ id, subject, predicate, value, of, otherwise, times }, when) {
      const held = of === null ? undefined : ids.get(of);
      const meant = 'key' in value ? ids.get(value.key) : undefined;
      const isOpen = ('key' in value && meant === undefined) || (of !== null && held === undefined);
      if (isOpen && when === 'on the way') return null;
      const known = 'key' in value ? (meant === undefined ? null : { entity: meant }) : value;
      const told = known ?? (otherwise === null ? null : { text: otherwise });
      if (told === null) return null;
      return {
        id,
        subject,
        predicate,
        value: told,
        ...(held === undefined ? {} : { of: held }),
        ...times,
        source: ownSource(owner),
      };
    },
  };
}

const textProperties = [
  'jobTitle',
  'hasOccupation',
  'worksFor',
  'affiliation',
  'nationality',
  'memberOf',
  'parentOrganization',
  'location',
  'containedInPlace',
  'author',
  'publisher',
];
const dateProperties = [
  'birthDate',
  'deathDate',
  'foundingDate',
  'dissolutionDate',
  'startDate',
  'endDate',
  'datePublished',
  'legislationDate',
];

/** Units of a text that a fact may have. */
const longestText = 4_000;

/** As precise as it is written; null where it begins with no year. */
function dateIn(written: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(written);
  if (compact !== null) return compact.slice(1).join('-');
  return /^\d{4}(?!\d)(?:-\d{2}(?!\d)(?:-\d{2}(?!\d))?)?/u.exec(written)?.[0] ?? null;
}

interface Around {
  readonly graph: Graph;
  readonly document: number;
  /** Told of each date that is left out. */
  readonly unread: () => void;
}

export function* factsOf(node: SchemaNode, subject: string, around: Around): Generator<FactDraft> {
  for (const predicate of textProperties)
    for (const value of valuesOf(node, predicate)) yield* saidOf(value, { subject, predicate, ...around });
  for (const predicate of dateProperties) {
    const [written] = wordsOf(node, predicate);
    if (written === undefined) continue;
    const date = dateIn(written.text);
    if (date === null) around.unread();
    else yield draft({ date }, { subject, predicate, ...around });
  }
}

interface Said extends Around {
  readonly subject: string;
  readonly predicate: string;
}

const draft = (
  value: FactDraft['value'],
  { subject, predicate, graph }: Said,
  more: Partial<FactDraft> = {},
): FactDraft => ({
  id: graph.nextFact(subject, predicate),
  subject,
  predicate,
  value,
  of: null,
  otherwise: null,
  times: {},
  ...more,
});

/** A value as a fact; a Role stands between the thing and its value, with the time. */
function* saidOf(value: unknown, said: Said): Generator<FactDraft> {
  if (!isNode(value) || !typesOf(value).some((type) => type.endsWith('Role'))) {
    const found = valueOf(value, said);
    if (found !== null) yield draft(found.value, said, found);
    return;
  }
  const [from] = wordsOf(value, 'startDate');
  const [to] = wordsOf(value, 'endDate');
  const validFrom = from === undefined ? undefined : dateIn(from.text);
  const validTo = to === undefined ? undefined : dateIn(to.text);
  if (validFrom === null) said.unread();
  // Without its end it would read as if it still were so.
  if (validTo === null) return said.unread();
  const times = {
    ...(typeof validFrom === 'string' ? { validFrom } : {}),
    ...(validTo === undefined ? {} : { validTo }),
  };
  const inner = valuesOf(value, said.predicate).flatMap((each) => valueOf(each, said) ?? []);
  for (const found of inner) yield draft(found.value, said, { ...found, times });
  const [role] = wordsOf(value, 'roleName');
  if (role === undefined) return undefined;
  const [place] = [...inner, ...valuesOf(value, 'memberOf').flatMap((each) => valueOf(each, said) ?? [])];
  const of = place !== undefined && 'key' in place.value ? place.value.key : null;
  const predicate = inner.length === 0 ? said.predicate : 'jobTitle';
  yield draft({ text: role.text }, { ...said, predicate }, { of, times });
  return undefined;
}

/** A reference, or a thing that says which it is, stands for that thing; anything else for its words. */
function valueOf(value: unknown, { graph, document }: Around): Pick<FactDraft, 'value' | 'otherwise'> | null {
  const text = wordingsOf(value)[0]?.text.slice(0, longestText) ?? null;
  const key = isNode(value) ? graph.keyOf(value, document) : null;
  if (key !== null) return { value: { key }, otherwise: text };
  return text === null ? null : { value: { text }, otherwise: null };
}
