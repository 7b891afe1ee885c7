import { asEntityId, type EntityId } from '../../lib/model/ids.ts';

/** What the library shows, as it stands in its address. */
export type Place =
  | { readonly at: 'names' }
  | { readonly at: 'entity'; readonly id: EntityId }
  /** `look-up` asks at once, for whoever pressed so; at `name` nobody has yet. */
  | { readonly at: 'look-up' | 'name'; readonly name: string; readonly id: EntityId | null }
  | { readonly at: 'claim'; readonly draft: string }
  | { readonly at: 'changes' }
  | { readonly at: 'data' };

export const addressOf = (id: EntityId): string => `#/entity/${encodeURIComponent(id)}`;

export const placeAddress = (place: Place): string => {
  switch (place.at) {
    case 'names':
      return '#/';
    case 'entity':
      return addressOf(place.id);
    case 'look-up':
    case 'name': {
      const query = new URLSearchParams({ name: place.name, ...(place.id === null ? {} : { id: place.id }) });
      return `#/${place.at}?${query.toString()}`;
    }
    case 'claim':
      return `#/claim/${encodeURIComponent(place.draft)}`;
    case 'changes':
    case 'data':
      return `#/${place.at}`;
  }
};

/** Total: an address that means nothing leads to the list. */
export const placeOf = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#/u, '').split('?', 2);
  const [, first, second] = path.split('/');
  if (first === 'data' || first === 'changes') return { at: first };
  if (first === 'look-up' || first === 'name') {
    const parameters = new URLSearchParams(query);
    const [name, id] = [parameters.get('name') ?? '', parameters.get('id')];
    if (name.trim() === '') return { at: 'names' };
    return { at: first, name, id: id === null ? null : asEntityId(id) };
  }
  if (first === 'claim') return { at: 'claim', draft: second ?? '' };
  if (first !== 'entity' || second === undefined || second === '') return { at: 'names' };
  try {
    return { at: 'entity', id: asEntityId(decodeURIComponent(second)) };
  } catch {
    return { at: 'names' };
  }
};
