/** Words that decide how the amounts of a statement may be compared; each a bit of `Statement.traits`. */
export const traits = {
  /** Counts people who died, and nobody who was hurt. */
  toll: 1,
  /** How many were asked is no figure about the world. */
  sample: 2,
  /** Narrows down who or what is counted. */
  narrowed: 4,
  /** "About", "more than": allows for more of a gap. */
  rough: 8,
  /** Names the figure that went before. */
  saysFrom: 16,
  /** What is counted piles up. */
  pilesUp: 32,
  /** Words of a later figure. */
  revises: 64,
  /** Tells of a time that only the text around it names: "the year before". */
  elsewhen: 128,
  /** A count as it stood on some day: "the toll rose to 12 on Monday". */
  running: 256,
} as const;

const toll = /\b(?:dead|died|dies|deaths?|killed|kills?|fatalities|toll)\b/iu;
const hurt = /\b(?:injured|wounded|hurt|missing)\b/iu;
const sampled = /\b(?:survey|poll|sample|study) of (?:about |around |more than |nearly )?\p{Nd}/iu;
const narrowing =
  /\b(?:among|aged|youth|teenage|young|younger|older|elderly|women|men|girls|boys|rural|urban|black|white|foreign|male|female|average|median|excluding|except|per head|under \d+|over \d+s)\b/iu;
const rough = /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|more than|over|at least)\b/iu;
const from = /\b(?:from|revised|previously|earlier)\b/iu;
export const piling =
  /\b(?:dead|deaths?|died|killed|injured|wounded|cases|infections|infected|arrest\w*|detained|displaced|fled|refugees|missing|signatures|casualties|toll|victims|evacuated|destroyed)\b/iu;
const revision =
  /\b(?:now|revis\w+|updated|latest|so far|as of|risen|climbed to|grown to|has reached|have reached|has passed|have passed|up from|down from|no longer)\b/iu;

const elsewhen =
  /\b(?:the (?:year|month|week|day) (?:before|earlier|after)|a (?:year|month|week|day) (?:before|earlier|later)|previous (?:year|month|quarter|week))\b/iu;

const running =
  /\b(?:toll|tally|total|number of|st(?:ood|ands?) at|(?:rose|risen|climbed|grew|grown|rising|jumped|fell|fallen|dropped) to|reached|known to|so far|now)\b/iu;

/** The traits of a sentence that has amounts; of any other they decide nothing. */
export const traitsOf = (text: string): number =>
  (toll.test(text) && !hurt.test(text) ? traits.toll : 0) |
  (sampled.test(text) ? traits.sample : 0) |
  (narrowing.test(text.replace(/\ban average of\b/giu, '')) ? traits.narrowed : 0) |
  (rough.test(text) ? traits.rough : 0) |
  (from.test(text) ? traits.saysFrom : 0) |
  (piling.test(text) ? traits.pilesUp : 0) |
  (revision.test(text) ? traits.revises : 0) |
  (elsewhen.test(text) ? traits.elsewhen : 0) |
  (running.test(text) ? traits.running : 0);
