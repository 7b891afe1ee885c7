/** A town in capitals, its region, the day and the agency, then a dash: "MANILA, Philippines, May 15 (Reuters) - ". */
const dateline =
  /^(?:\p{Lu}[\p{Lu}.'’-]{2,}(?: [\p{Lu}.'’-]{2,}){0,3})(?:[,/] ?[\p{L}.'’ ]{2,25}){0,2}(?:,? \p{L}{3,9}\.? \p{Nd}{1,2})?(?: ?\([^()]{2,40}\))? ?(?:[—–]|--?) ?(?=["“‘'\p{Nd}$£€]?\p{Lu}|["“‘'$£€]?\p{Nd})/u;

/** Where a text begins behind its dateline, which tells where and when it was written and nothing of what happened; 0 without one. */
export const endOfDateline = (text: string): number => dateline.exec(text)?.[0].length ?? 0;
