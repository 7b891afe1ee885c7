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
    numbers.values = wider;
  }
  numbers.values[numbers.length] = value;
  numbers.length += 1;
}

export const numbersIn = ({ values, length }: Numbers): Uint32Array<ArrayBuffer> => values.subarray(0, length);
