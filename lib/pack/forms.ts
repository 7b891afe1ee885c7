/** Forms of the fields of a pack's records (docs/pack-format.md), as the schemas and the quick check ask for them. */

/** Printable ASCII with its owner in front, so that ids of two packs never meet by accident. */
export const idForm = /^[a-z][a-z0-9.-]*:[!-~]+$/u;
export const longestId = 200;
export const languageForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u;
export const predicateForm = /^[A-Za-z][A-Za-z0-9]*$/u;
export const longestPredicate = 100;
export const dateForm = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;
export const longestAddress = 2_000;

export const isFilled = (text: string): boolean => text.trim() !== '';

export const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Only what a browser may open as a page. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

/** Whether `YYYY`, `YYYY-MM` or `YYYY-MM-DD` stands in the calendar. */
export function isDay(text: string): boolean {
  if (text.length < 7) return true;
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12) return false;
  if (text.length < 10) return true;
  const day = Number(text.slice(8, 10));
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether two partial dates may be the ends of one stretch of time: compared as precisely as both are known. */
export function areInOrder(from: string, to: string): boolean {
  const shared = Math.min(from.length, to.length);
  return from.slice(0, shared) <= to.slice(0, shared);
}
