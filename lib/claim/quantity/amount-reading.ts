/** A number in its sentence with its unit, before it is told what it counts. */
export interface AmountReading {
  readonly value: number;
  readonly unit: string;
  /** Lexemes from the sign or currency to the unit, half-open. */
  readonly first: number;
  readonly end: number;
  readonly scale: number;
}
