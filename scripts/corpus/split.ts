/** Whether a text of the corpus (its file's name without ending) is held out: a fixed fifth, never trained on. */
export const isHeldOut = (id: string): boolean => fnv1a(id) % 5 === 0;

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
