import { letGo } from '../model/byte-streams.ts';

/** A list of 32-bit numbers that grows. */
export interface Numbers {
  values: Uint32Array<ArrayBuffer>;
  length: number;
}

export const createNumbers = (): Numbers => ({ values: new Uint32Array(4096), length: 0 });

export function pushNumber(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) {
    const wider = new Uint32Array(numbers.values.length * 2);
    wider.set(numbers.values);
    letGo(numbers.values);
    numbers.values = wider;
  }
  numbers.values[numbers.length] = value;
  numbers.length += 1;
}

export const numbersIn = ({ values, length }: Numbers): Uint32Array<ArrayBuffer> => values.subarray(0, length);

/**
 * Sorts in place, as `sort` does: a merge of runs in one more list of the same size, where engines make lists of objects
 * of five times the size for a comparator.
 */
export function sortNumbers(
  numbers: Uint32Array<ArrayBuffer>,
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  let from = numbers;
  let to = new Uint32Array(numbers.length);
  for (let at = 0; at < from.length; at += run) from.subarray(at, at + run).sort(compare);
  for (let width = run; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += width * 2) merge({ from, to, start, width }, compare);
    [from, to] = [to, from];
  }
  if (from !== numbers) numbers.set(from);
  letGo(from === numbers ? to : from);
  return numbers;
}

/** Numbers that are sorted at once. */
const run = 4_096;

interface Merge {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly start: number;
  readonly width: number;
}

function merge({ from, to, start, width }: Merge, compare: (a: number, b: number) => number): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + width * 2, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const isLeft = left < middle && (right === end || compare(from[left] as number, from[right] as number) <= 0);
    to[at] = (isLeft ? from[left++] : from[right++]) as number;
  }
}
