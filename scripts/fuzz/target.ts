import type { Result } from '../../lib/model/result.ts';
import type { Random } from '../train/random.ts';

/** A parser, with input that is nearly right. */
export interface FuzzTarget {
  readonly name: string;
  /** One case; throws where the parser neither gives a valid value nor a typed failure. */
  readonly run: (random: Random) => Promise<void> | void;
  /** How many cases it gets of a whole run, beside others; slow ones get fewer. */
  readonly share: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Passes a Result whose failure has a code, and what `check` passes of its value. */
export function expectResult<T>(result: Result<T, unknown>, check: (value: T) => void = () => undefined): void {
  if (!isRecord(result)) throw new Error(`no result but ${String(result)}`);
  if (result.ok) return check(result.value);
  const { failure } = result;
  const isTyped = typeof failure === 'string' || (isRecord(failure) && typeof failure['code'] === 'string');
  if (!isTyped) throw new Error('a failure without a code');
}

export function expectText(value: unknown, what: string): void {
  if (typeof value !== 'string') throw new Error(`${what} is no text`);
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What every object would have, had some input reached the prototype of all of them. */
export function expectCleanPrototypes(): void {
  const found =
    ({} as Readonly<Record<string, unknown>>)['polluted'] ?? ([] as unknown as { polluted?: unknown }).polluted;
  if (found !== undefined) throw new Error('the prototype of all objects was changed');
}
