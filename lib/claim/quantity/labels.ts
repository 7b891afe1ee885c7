import { determiners, isAdverb, links, months, stops, weekdays } from '../syntax/grammar.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { readUnit } from './units.ts';
import { isCapital, isCountedNoun, isTitleCase, type NumberPlace } from '../syntax/words-after.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A number behind these is always the name of one of them. */
const labels = setOf(
  'page pages p pp chapter chapters section sections article articles paragraph paragraphs annex annexes appendix clause clauses verse psalm room rooms route routes flight flights channel interstate motorway highway terminal reactor runway platform platforms complex gate gates pier ward wards district precinct constituency exhibit exhibits apartment suite serial protocol resolution no nos ftse cac dax nikkei fortune covid psalm boeing airbus apollo soyuz category tier hurricane size isbn postcode zip',
);
/** These are also verbs or stand before what is counted: "issue 40 permits", "on day 3 people left". */
const alsoWords = setOf(
  'grade class level phase stage lot act scene game match week day year night group type version unit bus tram lane local rule top number point title round item order bill directive edition issue volume episode series season model heat track hole box bay block zone area sector line question step part plan camp size shirt case file formula windows android mile stadium studio league division',
);
const joins = /^(?:and|or|to|through|,|-|&)$/u;
/** "pages 3, 4, 7 and 12". */
const longestList = 4;

/** "flight 370", "No. 7", "Articles 2 and 3", "10 Downing Street", "Windows 11", "the Group of 20", "version 2.0". */
export function isLabel(place: NumberPlace): boolean {
  const { lexemes, first, end } = place;
  return (
    (end === first + 1 && isNumbered(lexemes, first, longestList)) ||
    isAddress(lexemes, first) ||
    // "the 10700 block of Oak Drive"
    (place.value % 100 === 0 && lexemes[end]?.folded === 'block' && lexemes[end + 1]?.folded === 'of') ||
    isInName(place) ||
    (lexemes[first - 1]?.folded === 'of' && lexemes[first - 2]?.plain === 'Group')
  );
}

function isNumbered(lexemes: readonly Lexeme[], first: number, left: number): boolean {
  const isDotted =
    lexemes[first - 1]?.plain === '.' && /^(?:no|nos|p|pp|op|vol|ch|sec|art)$/u.test(lexemes[first - 2]?.folded ?? '');
  if (isDotted) return true;
  const before = lexemes[first - 1];
  const next = lexemes[first + 1];
  if (before?.kind === 'word' && lexemes[first]?.spaceBefore) {
    if (before.folded === 'no' && lexemes[first]?.kind !== 'number') return false;
    if (labels.has(before.folded)) return true;
    if (alsoWords.has(before.folded)) return !isCounting(lexemes, first) && (isCapital(before) || !isCountedNoun(next));
  }
  // "Articles 2 and 3", "rooms 12-14"
  if (left === 0 || !joins.test(before?.folded ?? '') || lexemes[first - 2]?.kind !== 'number') return false;
  return !isCountedNoun(next) && !isCounting(lexemes, first) && isNumbered(lexemes, first - 2, left - 1);
}

const isCounting = (lexemes: readonly Lexeme[], first: number): boolean => readUnit(lexemes, first + 1) !== null;

const streets = setOf(
  'street st road rd avenue ave boulevard blvd lane drive terrace crescent gardens mews parade broadway quay wharf embankment row way square place court close hill',
);
/** Words between a house's number and its street's last: "42 Old Church Road". */
const longestStreet = 3;

/** "10 Downing Street", "221B Baker St", "1600 Pennsylvania Avenue", but not "40 High Street shops" or "3 Crown Court trials". */
function isAddress(lexemes: readonly Lexeme[], first: number): boolean {
  const figure = lexemes[first];
  if (figure === undefined || /[.,]/u.test(figure.plain) || figure.plain.length > 5) return false;
  let at = first + 1;
  if (/^\p{L}$/u.test(lexemes[at]?.plain ?? '') && lexemes[at]?.spaceBefore === false) at += 1;
  for (let words = 0; words <= longestStreet; words += 1, at += 1) {
    // "326 S. Seventh St."
    if (lexemes[at]?.plain === '.' && /^[NSEW]{1,2}$/u.test(lexemes[at - 1]?.plain ?? '')) at += 1;
    const word = lexemes[at];
    if (!isCapital(word) || word?.spaceBefore !== true) return false;
    const isStreet = streets.has(word.folded) && (words > 0 || word.folded === 'broadway');
    // "7 Church Lane Gardens" ends with its last such word.
    if (!isStreet || streets.has(lexemes[at + 1]?.folded ?? '')) continue;
    const isKindOf = /^(?:high|main|side|crown|supreme|county|federal|district|market|town)$/u.test(
      lexemes[at - 1]?.folded ?? '',
    );
    const isPlain = /^(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|drive|terrace|crescent|gardens)$/u.test(
      word.folded,
    );
    return (isPlain && !isKindOf) || !isCountedNoun(lexemes[at + 1]);
  }
  return false;
}

const openers = setOf(
  'about around nearly almost some roughly over more less fewer least most just only exactly precisely another up total altogether approximately barely hardly scarcely last next first then now today yesterday overnight meanwhile police officials give pay kill killed when',
);
const giving =
  /^(?:gave|give|gives|offered|paid|pays|cost|costs|sent|lent|handed|bought|owe|owes|owed|awarded|won|earned|saved|charged|sold|fined)$/u;
const places = /^(?:in|at|across|near|around|throughout|outside|inside|from|of|between|within|among|into)$/u;

/** "Windows 11", "Apollo 11", "iOS 17.4", "Studio 54": a figure right behind a capital, unless that is a place where so many were counted. */
function isInName({ lexemes, first, end }: NumberPlace): boolean {
  const [figure, before] = [lexemes[first], lexemes[first - 1]];
  if (
    figure?.kind !== 'number' ||
    end !== first + 1 ||
    !figure.spaceBefore ||
    !/^\d{1,4}(?:\.\d+)*$/u.test(figure.plain)
  )
    return false;
  const isName = before?.kind === 'word' && /^\p{Ll}?\p{Lu}/u.test(before.plain);
  if (!isName || readUnit(lexemes, end) !== null || /^(?:times|-)$/u.test(lexemes[end]?.folded ?? '')) return false;
  const word = before.folded;
  if (stops.has(word) || links.has(word) || determiners.has(word) || openers.has(word) || isAdverb(word)) return false;
  if (weekdays.has(word) || months.has(word) || /(?:ed|ing)$/u.test(word) || isTitleCase(lexemes)) return false;
  let from = first - 1;
  while (from > 0 && isCapital(lexemes[from - 1])) from -= 1;
  const led = lexemes[from - 1]?.folded ?? (from < first - 1 ? (lexemes[from]?.folded ?? '') : '');
  const next = lexemes[end];
  const mayCount = next?.kind === 'word' && /^\p{Ll}{3,}/u.test(next.plain);
  if (mayCount && (places.test(led) || places.test(lexemes[from]?.folded ?? ''))) return false;
  return !(isCountedNoun(next) && giving.test(led));
}
