/** Closed classes of English words, folded, as far as reading a noun phrase or a verb group needs them. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const determiners = setOf(
  'the a an this that these those his her its their our my your some any no one another each every both several many few two three four five six seven eight nine ten most all',
);
export const indefinites = setOf('a an one another some any several many few two three four five no most each every');
const pronouns = setOf('he she they it we i you');
/** The pronoun that a folded word is, a contraction or not ("he'd", "they've"); null for any other word. */
export function pronounOf(folded: string): string | null {
  const word = folded.replace(/['’](?:d|ll|m|re|s|ve)$/u, '');
  return pronouns.has(word) ? word : null;
}
/** The pronoun that a possessive goes with. */
export const possessives: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
]);
/** Join a noun phrase with what it belongs to: "spokesman for X", "head of Y at Z". */
export const links = setOf('of for at in from with');
export const beForms = setOf("is are was were be been being isn't aren't wasn't weren't 's 're");
export const haveForms = setOf("has have had having hasn't haven't hadn't 've");
export const modals = setOf(
  "will would shall should can could may might must do does did don't doesn't didn't won't wouldn't couldn't can't cannot not to",
);
export const weekdays = setOf(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun',
);
export const months = setOf(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
const adverbs = setOf(
  'also later then still already now again once twice soon today yesterday tonight tomorrow recently earlier previously repeatedly often always never just only even meanwhile however though further both all himself herself itself themselves ever yet thus therefore instead too first there here so far long since nonetheless nevertheless besides indeed perhaps simply rather',
);
/** Stands between a subject and its verb without being either. */
export const isAdverb = (folded: string): boolean =>
  adverbs.has(folded) ||
  (folded.length > 4 && folded.endsWith('ly') && !notAdverbs.has(folded)) ||
  weekdays.has(folded);
const notAdverbs = setOf(
  'family italy supply reply company assembly ally daily weekly july anomaly monopoly bully tally rally homily lily',
);

/** Words that no noun phrase holds: conjunctions, relatives, prepositions that do not link, common finite verbs. */
export const stops = setOf(
  `that which who whom whose where when while as after before because if but although though since than until unless
  and or nor so yet whether how why what by to on into onto over under about against between among during through without
  within across along around behind below beneath beside underneath beyond despite except inside like near off out outside per plus toward towards
  upon via amid amidst versus is are was were be been being has have had do does did will would shall should can could
  may might must not said says told tells added adds he she they it we i you there here came comes went goes made makes
  took takes got gets gave gives put puts let lets`,
);

export const nameTitles = setOf(
  'mr mrs ms miss mx dr prof sir dame lord lady rev fr gen col lt sgt capt cpl maj sen rep gov pres hon st cllr coun insp supt det const adm cmdr justice judge president minister chancellor senator governor mayor',
);

export const isNumberWord = (folded: string): boolean => numberWords.has(folded);
const numberWords = setOf(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions half',
);

/** Whether a noun looks plural. */
export const isPlural = (noun: string): boolean =>
  (noun.endsWith('s') && !/(?:ss|us|is|news|chess)$/u.test(noun)) || plurals.has(noun);
const plurals = setOf('people police men women children authorities media staff spokespeople data');
