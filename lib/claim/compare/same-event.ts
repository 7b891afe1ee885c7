import { daysBetween } from '../time/date-parts.ts';
import { layoff } from './layoffs.ts';
import { outage } from './outages.ts';
import type { Amount, Statement } from './statement.ts';

/** What two reports of one event have in common at least, beside what it did to people: "a jet", "a school", "Dhaka". */
const leastOfEvent = 3;
/** Tolls given so many days apart may be of one event. */
const longestCount = 14;

/** Stems of what has a name of its own: "Hurricane Melissa" in "Haiti". */
const storms: ReadonlySet<string> = new Set(['hurrican', 'cyclon', 'typhoon', 'storm']);
const fates: ReadonlySet<string> = new Set(['die', 'hurt', 'people']);

const kindsOf = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap((line, kind) => line.split(' ').map((stem): [string, number] => [stem, kind])));
/** Stems of what people die of; those of one line are one kind. */
const mishaps = kindsOf([
  'flood',
  'landslid mudslid',
  'earthquake',
  'fire',
  'crash collid collision derail derailment',
  'explosion blast explod bomb',
  'collaps',
  'hurrican cyclon typhoon storm',
  'stamped crush',
  'sink sank capsiz shipwreck',
  'eruption erupt',
  'avalanch',
  'dam leve dyke',
]);
/** Also what any of the others does: "the earthquake that struck". */
const attacks: ReadonlySet<string> = new Set('attack shoot massacr airstrik'.split(' '));
const attackKind = -1;
const vehicles: ReadonlySet<string> = new Set(
  'bus coach train tram jet plane airlin helicopter ferry boat ship truck lorry minibus car'.split(' '),
);

/** Whether two statements tell of one event: a named storm at a named place, or what happened on the same named day. */
export function isSameEvent(now: Statement, before: Statement, light: ReadonlySet<string>): boolean {
  const names = before.names.filter((name) => now.names.includes(name));
  if (names.length >= leastOfEvent && names.some((name) => storms.has(name))) return true;
  if (isSameMishap(now, before)) return true;
  if (before.eventDay === null || now.eventDay !== before.eventDay) return false;
  if (names.length === 0) return false;
  let shared = 0;
  for (const stem of now.stems) if (before.stems.has(stem) && !light.has(stem) && !fates.has(stem)) shared += 1;
  return shared >= leastOfEvent;
}

/** A mishap of one kind at one place within two weeks, told in whatever words. */
function isSameMishap(now: Statement, before: Statement): boolean {
  if (!isNear(now, before, longestCount)) return false;
  const [kind, other] = [mishapOf(now), mishapOf(before)];
  // "Rescuers in X have recovered 63 bodies": what of stands in the report of a day or two before.
  const isSearch = (kind === null && isOfSearch(now)) || (other === null && isOfSearch(before));
  const isAlike = kind === null || other === null ? isSearch && isNear(now, before, longestSearch) : kind === other;
  return (kind ?? other) !== null && isAlike && vehiclesFit(now, before) && isSamePlace(now, before);
}

/** A search that names no mishap belongs to one of so many days before at most. */
const longestSearch = 3;
const isOfSearch = ({ stems }: Statement): boolean =>
  [...stems].some((stem) => /^(?:rescu|recover)/u.test(stem)) &&
  (stems.has('body') || stems.has('bodi') || stems.has('die'));

/** Stems of what is counted of a crowd beside how large it was. */
const ofCrowds: ReadonlySet<string> = new Set('arrest die hurt officer troop soldier deploy sign signatur'.split(' '));
const masses: ReadonlySet<string> = new Set(['people', 'protest']);

/** What is counted of one thing in whatever words; each amount tells of it, and the two are so many days apart at most. */
const counts: readonly {
  readonly days: number;
  readonly isCounted: (amount: Amount, statement: Statement) => boolean;
}[] = [
  // "took to the streets of Tbilisi", "protesters in Tbilisi"
  { days: 2, isCounted: isOfCrowd },
  // "cut 900 jobs", "lay off 900 people"
  { days: 14, isCounted: isOfLayoffs },
  // "lost power", "power cuts hit"
  { days: 0, isCounted: isOfOutage },
  // "5 million watched The Salt House", "The Salt House drew 5 million viewers"
  { days: 14, isCounted: isOfAudience },
];

/** Whether two amounts count one crowd at one place, the jobs that go at one firm, or who watched one thing. */
export const isSameCount = (
  [a, now]: readonly [Amount, Statement],
  [b, before]: readonly [Amount, Statement],
): boolean =>
  counts.some(
    ({ days, isCounted }) =>
      isCounted(a, now) && isCounted(b, before) && isNear(now, before, days) && isSamePlace(now, before),
  );

function isOfCrowd({ unit, of }: Amount, { stems, names }: Statement): boolean {
  if (unit !== 'count' || !of.every((stem) => masses.has(stem) || names.includes(stem))) return false;
  for (const stem of stems) if (ofCrowds.has(stem)) return false;
  return tellsOfCrowd(stems);
}

const jobs: ReadonlySet<string> = new Set(['job', 'people', 'cut', 'loss', 'redundancy', layoff]);
function isOfLayoffs({ unit, of }: Amount, { stems, names }: Statement): boolean {
  return (
    unit === 'count' && stems.has(layoff) && of.length > 0 && of.every((stem) => jobs.has(stem) || names.includes(stem))
  );
}

const supplied: ReadonlySet<string> = new Set(
  'home people customer business user property premis building power electricity outag blackout'.split(' '),
);
function isOfOutage({ unit, of }: Amount, { stems, names }: Statement): boolean {
  if (unit !== 'count' || !stems.has(outage) || of.length === 0) return false;
  return of.every((stem) => supplied.has(stem) || names.includes(stem));
}

const watching: ReadonlySet<string> = new Set(['viewer', 'audienc', 'watch', 'tun']);
function isOfAudience({ unit, of, rate }: Amount, { stems, names }: Statement): boolean {
  if (unit !== 'count' || rate !== '' || ![...watching].some((stem) => stems.has(stem))) return false;
  return of.every((stem) => stem === 'people' || watching.has(stem) || names.includes(stem));
}

const tellsOfCrowd = (stems: ReadonlySet<string>): boolean =>
  stems.has('protest') || (stems.has('street') && (stems.has('took') || stems.has('take')));

/** What two statements on one event have in common where they share no word for it; none is a word. */
export function eventWords({ stems }: Pick<Statement, 'stems'>): readonly string[] {
  const kind = mishapOf({ stems });
  return [...(kind === null ? [] : [`a mishap ${kind}`]), ...(tellsOfCrowd(stems) ? ['a crowd'] : [])];
}

const isNear = (now: Statement, before: Statement, days: number): boolean =>
  now.day !== null && before.day !== null && Math.abs(daysBetween(before.day, now.day)) <= days;

/** Both name a place, and neither one that the other does not, but for whose it is: "Japan's Noto". */
function isSamePlace(now: Statement, before: Statement): boolean {
  const isPlace = (name: string): boolean =>
    [mishaps, attacks, masses, jobs, supplied, watching].every((words) => !words.has(name));
  // "Officials in Jakarta say": whoever speaks of it is where it was.
  const named = ({ names, voices }: Statement): readonly string[] => [...names, ...voices];
  const hasAll = (one: Statement, other: Statement): boolean =>
    one.names.every(
      (name) => !isPlace(name) || one.owners.has(name) || named(other).includes(name) || other.stems.has(name),
    );
  const shares = (one: Statement, other: Statement): boolean =>
    one.names.some((name) => isPlace(name) && named(other).includes(name));
  return (shares(now, before) || shares(before, now)) && hasAll(now, before) && hasAll(before, now);
}

function mishapOf({ stems }: Pick<Statement, 'stems'>): number | null {
  let isAttack = false;
  for (const stem of stems) {
    const kind = mishaps.get(stem);
    if (kind !== undefined) return kind;
    isAttack ||= attacks.has(stem);
  }
  return isAttack ? attackKind : null;
}

/** "A bus crash" is not "a train crash". */
function vehiclesFit(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [a, b].map(({ stems }) => [...stems].filter((stem) => vehicles.has(stem)));
  return mine?.length === 0 || theirs?.length === 0 || mine?.some((stem) => theirs?.includes(stem)) === true;
}
