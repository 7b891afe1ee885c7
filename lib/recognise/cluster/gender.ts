import type { Gender } from '../../model/entity.ts';

const femaleWords: ReadonlySet<string> = new Set(
  'mrs ms miss madam mme lady dame baroness queen princess duchess sister mother daughter wife widow aunt grandmother girlfriend spokeswoman chairwoman congresswoman businesswoman policewoman actress woman girl sportswoman councilwoman heiress nun'.split(
    ' ',
  ),
);
const maleWords: ReadonlySet<string> = new Set(
  'mr sir lord baron king prince duke father brother son husband widower uncle grandfather boyfriend spokesman chairman congressman businessman policeman actor man boy sportsman councilman heir monk'.split(
    ' ',
  ),
);

/** What a title or role word says of the person whom it stands beside. */
export const genderOfWord = (folded: string): Gender | null =>
  femaleWords.has(folded) ? 'female' : maleWords.has(folded) ? 'male' : null;

const ranks: ReadonlyMap<string, string> = new Map(
  `inspector insp=inspector superintendent supt=superintendent constable sergeant sgt=sergeant detective commissioner
captain capt=captain major maj=major colonel col=colonel general gen=general lieutenant lt=lieutenant admiral judge justice
doctor=dr dr professor prof=professor senator sen=senator representative=rep rep congressman congresswoman councillor
councilman councilwoman cllr=councillor alderman sheriff mayor governor gov=governor coach bishop archbishop cardinal
rabbi imam reverend=rev rev father sister baroness president premier chancellor king queen prince princess`
    .split(/\s+/u)
    .map((word) => word.split('='))
    .map(([word = '', rank = word]) => [word, rank]),
);

/** The rank or office that a word before a surname tells namesakes apart by, with one form for each; null for any other. */
export const rankOfWord = (folded: string): string | null => ranks.get(folded) ?? null;
