/** A mark of the order of bytes is no more than a wrong letter here. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const newline = 0x0a;

/**
 * Bytes whose lines are made into text at once. Each by itself costs the platform's way in and out, a whole shard memory
 * outside of the engine's heap, fresh each time and, for the sake of one letter beyond Latin, two bytes a letter.
 */
const bytesAtOnce = 8_000;

/** Lines of UTF-8 without their ends, blanks at the end of all left out. Throws where the bytes are no UTF-8. */
export function splitLines(bytes: Uint8Array): string[] {
  const length = lengthWithoutBlanks(bytes);
  const lines: string[] = [];
  for (let start = 0; start <= length; ) {
    const found = bytes.indexOf(newline, start + bytesAtOnce);
    const end = found === -1 || found > length ? length : found;
    for (const line of strict.decode(bytes.subarray(start, end)).split('\n')) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function lengthWithoutBlanks(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && isBlank(bytes[length - 1] ?? 0)) length -= 1;
  return length;
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
