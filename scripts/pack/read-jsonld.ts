import { isNode, nodesIn, type SchemaNode, typesOf, valuesOf } from '../../lib/review/node.ts';
import {
  bestOf,
  idIn,
  joinNodes,
  namesIn,
  namesOf,
  topNodes,
  typeOfNode,
  wikidataIn,
  wordsOf,
} from '../../lib/review/thing.ts';
import { createGraph, type FactDraft, factsOf } from './jsonld-facts.ts';
import { objectsOf } from './lines.ts';
import { cutTo, type ReadOptions, type Reader, toRecord } from './records.ts';
import { createTally } from './tally.ts';

/**
 * Objects of schema.org: one, a list, a `@graph`, or JSON Lines. A thing that is nested in another is one of its own
 * where it says which (by `@id` or Wikidata). What has no type that is known here is left out.
 */
export const readJsonLd: Reader = async function* (file, options) {
  const left = createTally<string>();
  const graph = createGraph(options.owner);
  const waiting: { readonly fact: FactDraft; readonly line: number }[] = [];
  const unread = (): void => left.count('dates that begin with no year');
  let document = 0;
  for await (const { value, line } of objectsOf(file, options.say)) {
    document += 1;
    const top = new Set(topNodes(value));
    const things = nodesIn(value).filter((node) => top.has(node) || isThing(node));
    const groups = new Map<string | SchemaNode, SchemaNode[]>();
    for (const node of things) {
      const key = graph.keyOf(node, document) ?? node;
      groups.set(key, [...(groups.get(key) ?? []), node]);
    }
    const taken: { readonly node: SchemaNode; readonly id: string }[] = [];
    for (const [key, nodes] of groups) {
      const node = joinNodes(nodes);
      const why = whyLeft(node, options);
      if (why !== null) {
        left.count(why);
        continue;
      }
      const { id, isNew } = graph.idOf(node, typeof key === 'string' ? key : null);
      if (isNew) yield toRecord('entity', entityOf(node, id, { options, left }), { file, line });
      else left.count('names of things that are there already');
      taken.push({ node, id });
    }
    for (const { node, id } of taken)
      for (const fact of factsOf(node, id, { graph, document, unread })) {
        const record = graph.recordOf(fact, 'on the way');
        if (record === null) waiting.push({ fact, line });
        else yield toRecord('fact', record, { file, line });
      }
  }
  for (const { fact, line } of waiting) {
    const record = graph.recordOf(fact, 'at the end');
    if (record === null) left.count('facts that refer to nothing in the file');
    else yield toRecord('fact', record, { file, line });
  }
  if (left.total() > 0) options.say(`${file}: ${left.say((why, count) => `${count} ${why}`)}`);
};

/** Whether a nested node says by itself what it is: more than a reference, and known elsewhere by its name. */
const isThing = (node: SchemaNode): boolean =>
  typeOfNode(node) !== null && namesIn(node).length > 0 && (idIn(node) !== null || wikidataIn(node) !== null);

const isName = (text: string): boolean => text.length <= 300 && /[\p{L}\p{N}]/u.test(text);

function whyLeft(node: SchemaNode, { types, languages }: ReadOptions): string | null {
  const type = typeOfNode(node);
  if (type === null) return typesOf(node).length === 0 ? 'without an @type' : 'of types that no pack has';
  const name = bestOf(namesIn(node), languages);
  if (name === null) return 'without a name';
  if (!isName(name)) return 'with a name that is none';
  return types.length > 0 && !types.includes(type) ? `of other types than ${types.join(', ')}` : null;
}

const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text) && text.length <= 2_000 && URL.canParse(text);

const mostAliases = 400;
const longestDescription = 4_000;

function entityOf(
  node: SchemaNode,
  id: string,
  { options: { languages }, left }: { options: ReadOptions; left: { count(reason: string): void } },
): object {
  const name = bestOf(namesIn(node), languages) ?? '';
  const aliases = new Map<string, object>();
  for (const { text, language } of [
    ...namesIn(node),
    ...namesOf(node, 'legalName'),
    ...namesOf(node, 'alternateName'),
  ]) {
    if (text === name || aliases.has(text)) continue;
    const isTag = language !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(language);
    if (isName(text) && aliases.size < mostAliases) aliases.set(text, { text, ...(isTag ? { language } : {}) });
    else left.count('other names that are none, or too many');
  }
  const description =
    bestOf(wordsOf(node, 'disambiguatingDescription'), languages) ??
    bestOf(wordsOf(node, 'description'), languages) ??
    '';
  const gender = /(?:^|[/:])(male|female)$/iu.exec(bestOf(wordsOrIds(node, 'gender'), languages) ?? '')?.[1];
  const sameAs = [...new Set(wordsOrIds(node, 'sameAs').map(({ text }) => text))].filter(isAddress);
  return {
    id,
    type: typeOfNode(node),
    name,
    aliases: [...aliases.values()],
    description: cutTo(longestDescription, description.replaceAll(/\s+/gu, ' ')),
    ...(gender === undefined ? {} : { gender: gender.toLowerCase() }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}

/** Values that are words in one spelling and references in another. */
const wordsOrIds = (node: SchemaNode, property: string) => [
  ...wordsOf(node, property),
  ...valuesOf(node, property).flatMap((value) => {
    const id = isNode(value) ? idIn(value) : null;
    return id === null ? [] : [{ text: id, language: null }];
  }),
];
