import * as v from 'valibot';
import { isFreeKey, type Json } from '../../merge/json.ts';

/** What a device tells the others, in a file of its own that each change replaces by one with the next number. */
export const headSchema = v.object({
  /** Unlike any other head's, so that its writer knows it again. */
  token: v.string(),
  name: v.string(),
  /** Last segment written, and the first that is still there; segments count from 1. */
  written: v.number(),
  first: v.number(),
  /** Last segment of each other device that was taken in. */
  taken: v.record(v.string(), v.number()),
  /** Devices that nobody waits for any more. */
  removed: v.array(v.string()),
});
export type Head = v.InferOutput<typeof headSchema>;

export const segmentSchema = v.object({ token: v.string(), records: v.array(v.unknown()) });

/** A file that was begun, with the token of each attempt: any of them may be there, or arrive yet. */
const pendingSchema = v.nullable(v.object({ number: v.number(), tokens: v.array(v.string()) }));

const journalSchema = v.object({
  written: v.number(),
  first: v.number(),
  pending: pendingSchema,
  /** Last head that is there for certain. */
  head: v.number(),
  /** Number given last; never given again, whatever became of it. */
  headGiven: v.number(),
  /** What the last head said, as text. */
  told: v.string(),
  removed: v.array(v.string()),
  /** Where the segments begin that repeat everything before; 0 while there are none. */
  repackedFrom: v.number(),
  repackedTo: v.number(),
});
export type DavJournal = v.InferOutput<typeof journalSchema>;

const blankJournal: DavJournal = {
  written: 0,
  first: 1,
  pending: null,
  head: 0,
  headGiven: 0,
  told: '',
  removed: [],
  repackedFrom: 0,
  repackedTo: 0,
};

export const parseJournal = (journal: Json): DavJournal => {
  const parsed = v.safeParse(journalSchema, journal);
  return parsed.success ? parsed.output : blankJournal;
};

const deviceSchema = v.object({
  /** Number of the head that was read last. */
  head: v.number(),
  written: v.number(),
  /** Last segment taken in. */
  taken: v.number(),
  /** Segment that was looked for in vain; 0 for none. */
  missing: v.optional(v.number(), 0),
  /** What it has taken in itself. */
  acknowledged: v.record(v.string(), v.number()),
  removed: v.array(v.string()),
});
const cursorSchema = v.object({
  devices: v.record(v.string(), deviceSchema),
  /** The note that lay there before all of this was looked at; null where there was none. */
  note: v.optional(v.nullable(v.string()), null),
});
export type DavCursor = v.InferOutput<typeof cursorSchema>;

export const parseCursor = (cursor: Json): DavCursor => {
  const parsed = v.safeParse(cursorSchema, cursor);
  return parsed.success ? parsed.output : { devices: {}, note: null };
};

const numberLength = 8;
export const numbered = (device: string, number: number): string =>
  `${device}-${String(number).padStart(numberLength, '0')}`;

export interface Numbered {
  readonly device: string;
  readonly number: number;
}

export function parseNumbered(name: string): Numbered | null {
  const found = /^([0-9A-Za-z]{1,40})-(\d{8})$/u.exec(name);
  const device = found?.[1] ?? '';
  return found === null || !isFreeKey(device) ? null : { device, number: Number(found[2]) };
}

/** The highest number of each device. */
export function newestOf(names: readonly string[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const name of names) {
    const found = parseNumbered(name);
    if (found !== null) newest.set(found.device, Math.max(found.number, newest.get(found.device) ?? 0));
  }
  return newest;
}
