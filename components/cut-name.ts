const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Starts what has a direction of its own, and ends it. */
const [isolate, end] = ['\u2068', '\u2069'] as const;

/** A name of at most so many letters: where it is cut, its dots stand at its own end, whichever way the page runs. */
export const cutName = (name: string, most: number): string => {
  const letters = [...graphemes.segment(name)].map(({ segment }) => segment);
  if (letters.length <= most) return name;
  const kept = letters.slice(0, most - 1).join('');
  return `${isolate}${kept.trimEnd()}…${end}`;
};
