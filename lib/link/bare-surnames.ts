import type { Entity } from '../model/entity.ts';
import { genderOfGivenName } from '../recognise/given-names.ts';
import { foldName } from '../text/fold-name.ts';

/** How well known somebody is whose surname alone is enough ("Putin"). */
const overwhelming = 0.9;

/** Surnames that so many bear that a country in common says nothing. */
const common: ReadonlySet<string> = new Set(
  `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor
moore jackson martin lee perez thompson white harris sanchez clark clarke ramirez lewis robinson walker young allen king wright
scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans
turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson
bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray hughes price alvarez
castillo sanders patel myers long ross foster singh khan kumar sharma shah ali ahmed hussain davies walsh ryan simpson marshall
graham reid fraser murray grant hunt black fox wells shaw butler barnes fisher chapman dixon hamilton wallace`.split(
    /\s+/u,
  ),
);

/** The number of a pope or a king: "Leo" is one of many. */
const regnal = / [ivx]+$/u;

/** Whether one word is no more than the surname of somebody, or a ruler's given name, and not of him alone. */
export const isBareSurname = (surface: string, { type, name, prominence }: Entity): boolean =>
  type === 'person' &&
  !/\s/u.test(surface) &&
  [foldName(name), foldName(name).replace(regnal, '')].some((one) => one.endsWith(` ${foldName(surface)}`)) &&
  (prominence ?? 0) < overwhelming;

/** Whether so many bear it that even an office in common says nothing. */
export const isCommonSurname = (surface: string): boolean => common.has(foldName(surface));

/** Shorter ones stand for too much else ("Oz", "Li"). */
const shortest = 4;

/**
 * Whether something of the article has to speak for the bearer himself, and not for his country alone: many bear the
 * surname, or go by it as a given name ("Dylan").
 */
export function needsMoreThanCountry(surface: string): boolean {
  const folded = foldName(surface);
  return isCommonSurname(surface) || folded.length < shortest || genderOfGivenName(folded) !== null;
}
