const firstDelay = 15_000;
const longestDelay = 30 * 60_000;

/** Milliseconds to wait after so many failures in a row; `chance` (0 to 1) spreads devices that failed together. */
export const delayAfter = (failures: number, chance: number): number =>
  Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 12)) * (0.5 + chance / 2);
