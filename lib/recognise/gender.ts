import type { Gender } from '../model/entity.ts';

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
