import { money } from './currencies.ts';
import { moneyOfPeople } from './national-money.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

/** A unit after a number: what to call it and what to multiply by. */
export interface UnitReading {
  readonly unit: string;
  readonly factor: number;
  /** End token of the unit's words. */
  readonly end: number;
  /** Whether what was read as a magnitude ("m") was the unit. */
  readonly isUnscaled?: boolean;
}

/** Measures, brought to one unit for each thing measured so that amounts can be compared. */
const measures: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['km', ['km', 1]],
  ['kilometre', ['km', 1]],
  ['kilometer', ['km', 1]],
  ['mile', ['km', 1.609344]],
  ['metre', ['metres', 1]],
  ['meter', ['metres', 1]],
  ['feet', ['metres', 0.3048]],
  ['foot', ['metres', 0.3048]],
  ['ft', ['metres', 0.3048]],
  ['inch', ['metres', 0.0254]],
  ['inches', ['metres', 0.0254]],
  ['cm', ['metres', 0.01]],
  ['centimetre', ['metres', 0.01]],
  ['mm', ['metres', 0.001]],
  ['millimetre', ['metres', 0.001]],
  ['yard', ['metres', 0.9144]],
  ['hectare', ['hectares', 1]],
  ['ha', ['hectares', 1]],
  ['acre', ['hectares', 0.40468564]],
  ['tonne', ['tonnes', 1]],
  ['ton', ['tonnes', 1]],
  ['kilotonne', ['tonnes', 1e3]],
  ['megatonne', ['tonnes', 1e6]],
  ['gigatonne', ['tonnes', 1e9]],
  ['kg', ['kg', 1]],
  ['kilogram', ['kg', 1]],
  ['kilogramme', ['kg', 1]],
  ['kilo', ['kg', 1]],
  ['gram', ['kg', 0.001]],
  ['mg', ['mg', 1]],
  ['milligram', ['mg', 1]],
  ['ml', ['ml', 1]],
  ['millilitre', ['ml', 1]],
  ['lb', ['kg', 0.45359237]],
  ['ounce', ['kg', 0.0283495]],
  ['litre', ['litres', 1]],
  ['liter', ['litres', 1]],
  ['gallon', ['litres', 3.785411784]],
  ['barrel', ['barrels', 1]],
  ['bbl', ['barrels', 1]],
  ['bushel', ['bushels', 1]],
  ['mw', ['MW', 1]],
  ['megawatt', ['MW', 1]],
  ['gw', ['MW', 1000]],
  ['gigawatt', ['MW', 1000]],
  ['kwh', ['kWh', 1]],
  ['mwh', ['kWh', 1e3]],
  ['gwh', ['kWh', 1e6]],
  ['twh', ['kWh', 1e9]],
  ['mph', ['km/h', 1.609344]],
  ['kmh', ['km/h', 1]],
  ['kph', ['km/h', 1]],
  ['knot', ['km/h', 1.852]],
  ['magnitude', ['magnitude', 1]],
  ['ppm', ['ppm', 1]],
  ['ppb', ['ppb', 1]],
  ['year', ['years', 1]],
  ['decade', ['years', 10]],
  ['century', ['years', 100]],
  ['centuries', ['years', 100]],
  ['month', ['months', 1]],
  ['week', ['weeks', 1]],
  ['fortnight', ['weeks', 2]],
  ['day', ['days', 1]],
  ['hour', ['hours', 1]],
  ['minute', ['minutes', 1]],
  ['second', ['seconds', 1]],
]);

const singular = (word: string): string =>
  money.has(word) || measures.has(word) ? word : word.replace(/ies$/u, 'y').replace(/s$/u, '');

/** "-3 C" is a temperature, "12 C" may be anything. */
const isSigned = (tokens: readonly Lexeme[], at: number): boolean =>
  tokens[at - 1]?.folded === 'minus' || (tokens[at - 1]?.plain === '-' && tokens[at]?.spaceBefore === false);

/** What a text that says neither means by a pound. */
export type Pound = 'money' | 'weight';

/** "500 pounds of flour", "a 300-pound lid" and "weighs 12 pounds" are weights, "a 20-pound note" is none. */
function isSterling(tokens: readonly Lexeme[], at: number, pound: Pound): boolean {
  const next = tokens[at + 1];
  if (next?.folded === 'of' || next?.folded === 'sterling') return next.folded === 'sterling';
  if (tokens[at - 1]?.plain === '-') return pound === 'money' && coins.test(next?.folded ?? '');
  for (let i = at - 1; i >= Math.max(0, at - 7); i -= 1) if (weighs.test(tokens[i]?.folded ?? '')) return false;
  return pound === 'money';
}
const coins =
  /^(?:note|notes|coin|coins|fine|bill|deal|fee|prize|bet|loan|gift|grant|ticket|tickets|bonus|shop|budget)$/u;
const weighs = /^(?:weigh|weighs|weighed|weighing|weight|grow|grows|heavy)$/u;

/** Lines of a picture: "1080p", "1,440p". */
const resolutions = /^(?:480|720|1,?080|1,?440|2,?160)$/u;

/** The unit whose words start at `at`; null where a plain count goes on. */
export function readUnit(tokens: readonly Lexeme[], at: number, pound: Pound = 'money'): UnitReading | null {
  const start = tokens[at]?.plain === '-' ? at + 1 : at;
  const token = tokens[start];
  if (token === undefined) return null;
  const next = tokens[start + 1]?.folded ?? '';
  if (token.plain === '%') return withPoints(tokens, start + 1);
  if (token.folded === 'percent' || token.folded === 'pct' || token.folded === 'percentage')
    return withPoints(tokens, start + 1, token.folded);
  if (token.folded === 'pc' && token.spaceBefore === false) return withPoints(tokens, start + 1);
  if (token.folded === 'per' && next === 'cent') return withPoints(tokens, start + 2);
  // "49-per-cent owned"
  if (token.folded === 'per' && next === '-' && tokens[start + 2]?.folded === 'cent')
    return { unit: 'percent', factor: 1, end: start + 3 };
  if (token.folded === 'basis' && /^points?$/u.test(next))
    return { unit: 'percentage-points', factor: 0.01, end: start + 2 };
  if (token.plain === '°' || token.folded === 'degree' || token.folded === 'degrees')
    return readDegrees(tokens, start + 1);
  if (
    /^[CF]$/u.test(token.plain) &&
    tokens[start - 1]?.kind === 'number' &&
    (!token.spaceBefore || isSigned(tokens, start - 1))
  )
    return { unit: `°${token.plain}`, factor: 1, end: start + 1 };
  if (token.folded === 'parts' && next === 'per' && /^(?:million|billion)$/u.test(tokens[start + 2]?.folded ?? ''))
    return { unit: tokens[start + 2]?.folded === 'billion' ? 'ppb' : 'ppm', factor: 1, end: start + 3 };
  if (
    token.folded === 'on' &&
    /^(?:the )?richter scale$/u.test(
      [1, 2, 3]
        .flatMap((i) => tokens[start + i]?.folded ?? [])
        .slice(0, next === 'the' ? 3 : 2)
        .join(' '),
    )
  )
    return { unit: 'magnitude', factor: 1, end: start + (next === 'the' ? 4 : 3) };
  if (token.folded === 'bpd') return { unit: 'barrels', factor: 1, end: start + 1 };
  if (token.folded === 'b' && tokens[start + 1]?.plain === '/' && tokens[start + 2]?.folded === 'd')
    return { unit: 'barrels', factor: 1, end: start + 3 };
  if (token.folded === '°c' || token.folded === '℃') return { unit: '°C', factor: 1, end: start + 1 };
  if (token.kind !== 'word') return null;
  if (token.folded === 'p' && resolutions.test(tokens[start - 1]?.plain ?? '')) return null;
  const word = singular(token.folded);
  if (word === 'ha' && token.plain !== 'ha') return null;
  if (token.folded === 'm' || ((token.folded === 'p' || token.folded === 'c') && token.spaceBefore)) return null;
  if (word === 'square' || word === 'sq' || word === 'cubic') {
    // "a 1,280-square-foot patio"
    const length = next === '-' ? start + 2 : start + 1;
    return readPower(word, tokens[length]?.folded ?? '', length + 1);
  }
  const hours = readWattHours(tokens, start);
  if (hours !== null) return hours;
  const coin = money.get(word);
  if (coin !== undefined && (word !== 'pound' || isSterling(tokens, start, pound)))
    return { unit: coin[0], factor: coin[1], end: start + 1 };
  if (coin !== undefined) return { unit: 'kg', factor: 0.45359237, end: start + 1 };
  if (word === 'crown' && isManyCrowns(tokens, start)) return { unit: 'SEK', factor: 1, end: start + 1 };
  const ofPeople = readOfPeople(tokens, start);
  if (ofPeople !== null) return ofPeople;
  const measure = measures.get(word);
  const speed = measure?.[0] === 'km' ? endOfHour(tokens, start + 1) : null;
  if (measure !== undefined && speed !== null) return { unit: 'km/h', factor: measure[1], end: speed };
  return measure === undefined ? null : { unit: measure[0], factor: measure[1], end: start + 1 };
}
/** The end of "/h", "an hour", "per hour" at a place, or null. */
function endOfHour(tokens: readonly Lexeme[], at: number): number | null {
  const [by, hour] = [tokens[at], tokens[at + 1]?.folded ?? ''];
  if (by?.plain === '/') return /^(?:h|hr|hour)$/u.test(hour) && !by.spaceBefore ? at + 2 : null;
  return /^(?:an|per)$/u.test(by?.folded ?? '') && hour === 'hour' ? at + 2 : null;
}

/** "square miles", "cubic feet": brought to the unit that the length is brought to. */
function readPower(word: string, length: string, end: number): UnitReading | null {
  const measure = measures.get(singular(length));
  if (measure === undefined || !/^(?:km|metres)$/u.test(measure[0])) return null;
  const isCubic = word === 'cubic';
  return { unit: `${isCubic ? 'cubic' : 'square'} ${measure[0]}`, factor: measure[1] ** (isCubic ? 3 : 2), end };
}

const watts: ReadonlyMap<string, number> = new Map([
  ['kilowatt', 1],
  ['megawatt', 1e3],
  ['gigawatt', 1e6],
  ['terawatt', 1e9],
]);

/** "3 gigawatt-hours", "400 megawatt hours" */
function readWattHours(tokens: readonly Lexeme[], start: number): UnitReading | null {
  const factor = watts.get(tokens[start]?.folded ?? '');
  const at = tokens[start + 1]?.plain === '-' ? start + 2 : start + 1;
  return factor !== undefined && /^hours?$/u.test(tokens[at]?.folded ?? '')
    ? { unit: 'kWh', factor, end: at + 1 }
    : null;
}

/** "5 Australian dollars", "5 New Zealand dollars", "40 Norwegian crowns", "500 Japanese yen" */
function readOfPeople(tokens: readonly Lexeme[], at: number): UnitReading | null {
  const first = tokens[at];
  if (first === undefined || !/^\p{Lu}/u.test(first.plain)) return null;
  for (const size of [1, 2]) {
    const word = singular(tokens[at + size]?.folded ?? '');
    const people = tokens.slice(at, at + size).map(({ folded }) => folded);
    const code = moneyOfPeople(people.join(' '), word);
    if (code !== null) return { unit: code, factor: money.get(word)?.[1] ?? 1, end: at + size + 1 };
    const coin = size === 1 && soleMoney.test(word) ? money.get(word) : undefined;
    if (coin !== undefined) return { unit: coin[0], factor: coin[1], end: at + size + 1 };
  }
  return null;
}
/** Money of one country alone. */
const soleMoney =
  /^(?:yen|yuan|renminbi|rouble|ruble|rand|naira|cedi|ringgit|zloty|forint|baht|rupiah|taka|hryvnia|reais|birr|lira|shekel|euro)$/u;

/** "212 million crowns": so many are money. */
const isManyCrowns = (tokens: readonly Lexeme[], at: number): boolean =>
  /^(?:thousand|million|billion|bn|m|trillion)$/u.test(tokens[at - 1]?.folded ?? '') ||
  /^\d{1,3}(?:,\d{3})+$/u.test(tokens[at - 1]?.plain ?? '');

function withPoints(tokens: readonly Lexeme[], at: number, word?: string): UnitReading | null {
  if (/^points?$/u.test(tokens[at]?.folded ?? '')) return { unit: 'percentage-points', factor: 1, end: at + 1 };
  return word === 'percentage' ? null : { unit: 'percent', factor: 1, end: at };
}

function readDegrees(tokens: readonly Lexeme[], at: number): UnitReading {
  const word = tokens[at]?.folded ?? '';
  if (word === 'f' || word === 'fahrenheit') return { unit: '°F', factor: 1, end: at + 1 };
  return { unit: '°C', factor: 1, end: word === 'c' || word === 'celsius' ? at + 1 : at };
}
