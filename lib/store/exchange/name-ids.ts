import { hashBytes } from '../../pack/digest.ts';

/**
 * Ids for what comes in one file without any: by its type, its name or text, and which of those so called it is. The same file
 * taken in again brings nothing twice, and a later version of it shows what differs.
 */
export function createNameIds(): (type: string, name: string) => string {
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
    return `local:n-${first.toString(36)}-${hash(`${key} ${nth}`).toString(36)}-${nth}`;
  };
}
