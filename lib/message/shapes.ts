import * as v from 'valibot';

/** Shapes that messages to the background and to a page share. */

/** Longest article taken, in UTF-16 units: ten times the longest of the pages tried; what lies beyond is no article. */
export const longestText = 2_000_000;

export const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestText));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const nothing = v.object({});

/** One schema for each request of a map; a request without one does not compile. */
export type RequestSchemas<Map> = {
  readonly [Type in keyof Map]: Map[Type] extends { request: infer Body } ? v.GenericSchema<unknown, Body> : never;
};
