import type { EntityType } from '../../model/entity.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import { hashBytes } from '../../pack/digest.ts';

/**
 * Ids for the names of one file that come without any: by type, name, and which of those so called it is. The same file
 * taken in again brings nothing twice, and a later version of it shows what differs.
 */
export function createNameIds(): (type: EntityType, name: string) => EntityId {
  const encoder = new TextEncoder();
  const hash = (text: string): number => {
    const bytes = encoder.encode(text);
    return hashBytes(bytes, 0, bytes.length) >>> 0;
  };
  const so = new Map<number, number>();
  return (type, name) => {
    const key = `${type} ${name}`;
    const first = hash(key);
    const nth = (so.get(first) ?? 0) + 1;
    so.set(first, nth);
    // Names that only share the first hash keep ids of their own by the second.
    return asEntityId(`local:n-${first.toString(36)}-${hash(`${key} ${nth}`).toString(36)}-${nth}`);
  };
}
