import { asEntityId, type EntityId } from '../../model/ids.ts';
import { readDay } from '../../review/day.ts';
import { isNode, propertiesOf, type SchemaNode, typesOf, valuesOf } from '../../review/node.ts';
import { idIn, wordsOf } from '../../review/thing.ts';
import type { ToldClaim } from './csv-claim.ts';
import type { Making } from './csv-row.ts';
import { separator } from './columns.ts';
import { fromIri } from './portable.ts';

/** UTF-16 units: a long paragraph. */
const longestClaim = 4_000;

export const isClaimNode = (node: SchemaNode): boolean =>
  typesOf(node).some((type) => type === 'Claim' || type === 'Quotation');

/** Properties of which something is made. */
const taken: ReadonlySet<string> = new Set(['id', 'type', 'text', 'author', 'about', 'datepublished', 'ispartof']);

/** A claim of a graph: its words, whose they are, about what, when, and where they stand; null where it has no words. */
export function toGraphClaim(node: SchemaNode, { idOf, leaveOut }: Making): ToldClaim | null {
  const words = wordIn(node, 'text');
  if (words === '') {
    leaveOut('noName', idIn(node) ?? typesOf(node)[0] ?? '{}');
    return null;
  }
  for (const property of propertiesOf(node)) if (!taken.has(property.toLowerCase())) leaveOut('property', property);
  if (words.length > longestClaim) leaveOut('cut', 'text');
  const text = words.slice(0, longestClaim);
  const [author] = valuesOf(node, 'author');
  const speaker = entityIn(author);
  const speakerName = speaker === null ? wordIn(node, 'author') : '';
  const subjects = valuesOf(node, 'about').map((value) => [entityIn(value), value] as const);
  for (const [entity, value] of subjects) if (entity === null) leaveOut('value', `about: ${JSON.stringify(value)}`);
  const about = [...new Set(subjects.flatMap(([entity]) => entity ?? []))];
  const date = wordIn(node, 'datePublished');
  const saidAt = readDay(date) ?? '';
  if (date !== '' && saidAt === '') leaveOut('value', `datePublished: ${date}`);
  const [place] = valuesOf(node, 'isPartOf').filter(isNode);
  const link = place === undefined ? '' : wordIn(place, 'url');
  const url = /^https?:\/\//iu.test(link) ? link : '';
  const title = place === undefined ? '' : wordIn(place, 'headline');
  const publisher = place === undefined ? '' : wordIn(place, 'publisher');
  const id = fromIri(idIn(node) ?? '') ?? idOf('claim', text);
  const source = place === undefined ? {} : { title, publisher, url };
  return {
    id,
    cells: { id, text, speaker: speaker ?? '', speakerName, about: about.join(separator), saidAt, ...source },
    text,
    // What a graph has no word for stays as it is.
    kind: typesOf(node).includes('Quotation') ? 'quote' : null,
    quote: '',
    speaker,
    speakerName,
    about,
    quantities: [],
    saidAt,
    title,
    publisher,
    url,
  };
}

const wordIn = (node: SchemaNode, property: string): string =>
  (wordsOf(node, property)[0]?.text ?? '').replaceAll(/\s+/gu, ' ').trim();

/** What is referred to, where that is an entity of ours or Wikidata's. */
function entityIn(value: unknown): EntityId | null {
  const id = isNode(value) ? idIn(value) : typeof value === 'string' ? value : null;
  const known = id === null ? null : fromIri(id);
  return known === null ? null : asEntityId(known);
}
