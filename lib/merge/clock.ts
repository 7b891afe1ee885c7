/**
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): wall-clock milliseconds times 1024, plus a
 * counter, in one number. It never goes backwards, whatever the wall clock does.
 */
declare const brand: unique symbol;

/** Names one installation of the extension: 12 to 40 letters and digits. */
export type DeviceId = string & { readonly [brand]: 'DeviceId' };
/** Time of the clock as 11 digits of base 36: compares as text. */
export type Moment = string & { readonly [brand]: 'Moment' };
/** Moment and device of a write: unique, and later writes compare greater; ties of the moment go by device. */
export type Stamp = string & { readonly [brand]: 'Stamp' };

export const asDeviceId = (text: string): DeviceId => text as DeviceId;

const perMillisecond = 1024;
const digits = 11;

export const toMoment = (time: number): Moment => time.toString(36).padStart(digits, '0') as Moment;
export const timeOf = (moment: Moment): number => Number.parseInt(moment, 36);
export const toStamp = (moment: Moment, device: DeviceId): Stamp => (moment + device) as Stamp;
export const momentOf = (stamp: Stamp): Moment => stamp.slice(0, digits) as Moment;
export const deviceOf = (stamp: Stamp): DeviceId => stamp.slice(digits) as DeviceId;
/** Epoch milliseconds of a write, by the clock of who wrote it. */
export const wallTimeOf = (stamp: Stamp): number => Math.floor(timeOf(momentOf(stamp)) / perMillisecond);

/** The year 2247. Beyond it a number no longer holds each moment, so that nothing could be written after one. */
const end = '2g';

export const isStamp = (text: string): text is Stamp => /^[0-9a-z]{11}[0-9A-Za-z]{1,40}$/u.test(text) && text < end;
export const isMoment = (text: string): text is Moment => /^[0-9a-z]{11}$/u.test(text) && text < end;

/** The first moment of all: what was there before anybody kept time. */
export const beginning: Moment = toMoment(1);

/** How far another device's clock may run ahead and still move ours: two devices rarely differ by minutes by accident. */
export const driftAllowed = 10 * 60_000;

/** The next time to give, after the last one given; `now` in epoch milliseconds. */
export const tick = (last: number, now: number): number => Math.max(last + 1, Math.max(1, now) * perMillisecond);

export interface Received {
  /** The last time given, moved on to what was seen but at most `driftAllowed` beyond our own clock. */
  readonly time: number;
  /** Milliseconds that the other clock runs ahead of ours beyond what is allowed; 0 where it does not. */
  readonly ahead: number;
}

/** What seeing a moment of another device's does to the clock. */
export function receive(last: number, seen: Moment, now: number): Received {
  const most = (now + driftAllowed) * perMillisecond;
  const time = timeOf(seen);
  if (time <= most) return { time: Math.max(last, time), ahead: 0 };
  return { time: Math.max(last, most), ahead: Math.round(time / perMillisecond) - now };
}
