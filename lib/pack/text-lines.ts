/** A mark of the order of bytes is no more than a wrong letter here. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const newline = 0x0a;
/** Engines take so many arguments without ado. */
const longestArguments = 4_096;

/**
 * Lines of UTF-8 without their ends, blanks at the end of all left out. Throws where the bytes are no UTF-8. Each is
 * made by itself: what is ASCII, as nearly all are, becomes a small text of the engine's own, where the whole at once
 * would take two bytes a letter for the sake of one accent, outside of the engine's heap and fresh each time.
 */
export function splitLines(bytes: Uint8Array): string[] {
  const length = lengthWithoutBlanks(bytes);
  const lines: string[] = [];
  for (let start = 0; start <= length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 || found > length ? length : found;
    const line = bytes.subarray(start, end);
    lines.push(isShortAscii(line) ? String.fromCharCode.apply(null, line as unknown as number[]) : strict.decode(line));
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

function isShortAscii(line: Uint8Array): boolean {
  if (line.length > longestArguments) return false;
  let all = 0;
  for (let i = 0; i < line.length; i += 1) all |= line[i] as number;
  return all < 0x80;
}
