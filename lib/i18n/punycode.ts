/** Letters beyond ASCII as addresses write them, after RFC 3492. */

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;

/** Labels of host names are no longer; anything longer would be no name, and cost too much. */
const longest = 63;

const adapt = (delta: number, points: number, isFirst: boolean): number => {
  let left = isFirst ? Math.floor(delta / damp) : delta >> 1;
  left += Math.floor(left / points);
  let k = 0;
  for (; left > ((base - tMin) * tMax) >> 1; k += base) left = Math.floor(left / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew));
};

/** a-z stand for 0 to 25, 0-9 for 26 to 35. */
const digitOf = (letter: string): number => {
  const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter);
  return letter === '' || digit < 0 ? Number.NaN : digit;
};

/** The letters of a label whose "xn--" was taken off; null where it is no such label. */
export const decodePunycode = (label: string): string | null => {
  if (label.length > longest) return null;
  const dash = label.lastIndexOf('-');
  const points = Array.from(label.slice(0, Math.max(0, dash)), (letter) => letter.codePointAt(0) ?? 0);
  let at = dash < 0 ? 0 : dash + 1;
  let code = initialCode;
  let bias = initialBias;
  let index = 0;
  while (at < label.length) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label.charAt(at).toLowerCase());
      at += 1;
      if (Number.isNaN(digit)) return null;
      index += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    code += Math.floor(index / count);
    if (code > 0x10ffff) return null;
    index %= count;
    points.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...points);
};
