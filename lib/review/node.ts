/** A schema.org node, whichever syntax it was written in: properties by name, `@type` and `@id` among them. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that may be one, a list or absent, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A name without its vocabulary: `http://schema.org/claimReviewed` and `schema:claimReviewed` are `claimReviewed`. */
const localName = (name: string): string => name.replace(/^.*[/#:](?=[^/#:]+$)/u, '');

export const typesOf = (node: SchemaNode): readonly string[] =>
  [...listOf(node['@type']), ...listOf(node['type'])].flatMap((type) =>
    typeof type === 'string' ? [localName(type)] : [],
  );

/** Values of a property under any spelling of its name. */
export const valuesOf = (node: SchemaNode, property: string): readonly unknown[] => {
  if (Object.hasOwn(node, property)) return listOf(node[property]);
  const wanted = property.toLowerCase();
  const key = Object.keys(node).find((name) => !name.startsWith('@') && localName(name).toLowerCase() === wanted);
  return key === undefined ? [] : listOf(node[key]);
};

/** Names of a node's properties, keywords left aside. */
export const propertiesOf = (node: SchemaNode): readonly string[] =>
  Object.keys(node)
    .filter((name) => !name.startsWith('@'))
    .map(localName);

/** How deep nodes may lie in each other; deeper ones are a mistake or an attack. */
const deepest = 12;

/** Every node in a value, itself included, outer ones first. */
export function nodesIn(value: unknown, depth = 0): SchemaNode[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesIn(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap((item) => nodesIn(item, depth + 1))];
}
