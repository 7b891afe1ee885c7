import type { Random } from '../train/random.ts';
import { nastyKeys, nastyTexts, nastyValues } from './nasty.ts';

/** Valid input with a few faults in it: most of a parser is only reached by input that is nearly right. */

export const pick = <T>(random: Random, items: readonly T[]): T => {
  const found = items[random.below(items.length)];
  if (found === undefined && items.length === 0) throw new Error('nothing to pick from');
  return found as T;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A copy with a fault in one place, chosen on the way down. */
function spoil(value: unknown, random: Random): unknown {
  const place = random.next();
  if (!isRecord(value) || place < 0.15) return pick(random, nastyValues);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as readonly unknown[])];
    const at = random.below(copy.length + 1);
    if (place < 0.25) copy.splice(at, 0, pick(random, nastyValues));
    else if (place < 0.35) copy.splice(at, 1);
    else if (place < 0.4) return [...copy, ...copy];
    else if (copy.length > 0) copy[at % copy.length] = spoil(copy[at % copy.length], random);
    return copy;
  }
  const entries = Object.entries(value);
  const at = random.below(Math.max(1, entries.length));
  if (place < 0.25) entries.push([pick(random, nastyKeys), pick(random, nastyValues)]);
  else if (place < 0.35) entries.splice(at, 1);
  else {
    const [key, inner] = entries[at] ?? ['', null];
    entries[at] = place < 0.4 ? [pick(random, nastyKeys), inner] : [key, spoil(inner, random)];
  }
  // As JSON.parse does it: `__proto__` becomes a key like any other.
  return Object.fromEntries(entries);
}

/** One fault to four; now and then nothing but a nasty value. */
export function mutateValue(value: unknown, random: Random): unknown {
  if (random.next() < 0.03) return pick(random, nastyValues);
  let spoilt = value;
  for (let faults = 1 + random.below(4); faults > 0; faults -= 1) spoilt = spoil(spoilt, random);
  return spoilt;
}

export function mutateText(text: string, random: Random): string {
  let spoilt = text;
  for (let faults = 1 + random.below(4); faults > 0; faults -= 1) {
    const at = random.below(spoilt.length + 1);
    const to = Math.min(spoilt.length, at + random.below(40));
    const kind = random.next();
    if (kind < 0.3) spoilt = spoilt.slice(0, at) + pick(random, nastyTexts) + spoilt.slice(at);
    else if (kind < 0.5) spoilt = spoilt.slice(0, at) + spoilt.slice(to);
    else if (kind < 0.65)
      spoilt = spoilt.slice(0, at) + spoilt.slice(at, to).repeat(1 + random.below(30)) + spoilt.slice(to);
    else if (kind < 0.8)
      spoilt = spoilt.slice(0, at) + String.fromCharCode(random.below(0x10000)) + spoilt.slice(at + 1);
    else if (kind < 0.9) spoilt = spoilt.slice(0, at);
    else spoilt = spoilt.slice(0, at) + pick(random, nastyTexts) + spoilt.slice(to);
  }
  return spoilt;
}

export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let spoilt = new Uint8Array(bytes);
  for (let faults = 1 + random.below(4); faults > 0; faults -= 1) {
    const at = random.below(spoilt.length + 1);
    const kind = random.next();
    if (kind < 0.4 && at < spoilt.length) spoilt[at] = random.below(256);
    else if (kind < 0.6 && at + 4 <= spoilt.length)
      new DataView(spoilt.buffer).setUint32(at, pick(random, [0, 1, 0x7fffffff, 0xffffffff, spoilt.length + 1]), true);
    else if (kind < 0.75) spoilt = spoilt.slice(0, at);
    else if (kind < 0.9) {
      const added = Uint8Array.from({ length: random.below(16) }, () => random.below(256));
      const longer = new Uint8Array(spoilt.length + added.length);
      longer.set(spoilt.subarray(0, at));
      longer.set(added, at);
      longer.set(spoilt.subarray(at), at + added.length);
      spoilt = longer;
    } else spoilt.copyWithin(at, random.below(spoilt.length + 1));
  }
  return spoilt;
}
