import type { Period } from '../../model/claim.ts';
import type { Amount, Statement } from './statement.ts';

/** Without names, which would be most of it; what is empty in most amounts comes last and is left out there. */
type PackedAmount = readonly [
  value: number,
  unit: string,
  of: readonly string[],
  bits: number,
  rest?: readonly [change: string, bound: Amount['bound'], rate: string, deed: string],
];

function packAmount({ value, unit, of, change, bound, rate, deed, pilesUp, isEnd }: Amount): PackedAmount {
  const bits = Number(pilesUp) | (Number(isEnd) << 1);
  const isPlain = change === '' && bound === '' && rate === '' && deed === '';
  return isPlain ? [value, unit, of, bits] : [value, unit, of, bits, [change, bound, rate, deed]];
}

const unpackAmount = ([value, unit, of, bits, rest]: PackedAmount): Amount => ({
  value,
  unit,
  of,
  change: rest?.[0] ?? '',
  bound: rest?.[1] ?? '',
  rate: rest?.[2] ?? '',
  deed: rest?.[3] ?? '',
  pilesUp: (bits & 1) !== 0,
  isEnd: (bits & 2) !== 0,
});

/** In the order of `Statement`, without what a segment has of its own. */
type Packed = readonly [
  speaker: string | null,
  day: string | null,
  stems: readonly string[],
  names: readonly string[],
  voices: readonly string[],
  owners: readonly string[],
  contrasts: readonly (readonly [number, number])[],
  sides: readonly (readonly [string, 0 | 1])[],
  bits: number,
  amounts: readonly PackedAmount[],
  traits: number,
  period: Period | null,
  quoteWords: readonly string[],
  eventDay: string | null,
  figures: readonly string[],
];

/** A statement as JSON. */
export function packStatement(statement: Statement): string {
  const { isPaired, isNegated, isHedged, isAble } = statement;
  const bits = Number(isPaired) | (Number(isNegated) << 1) | (Number(isHedged) << 2) | (Number(isAble) << 3);
  const packed: Packed = [
    statement.speaker,
    statement.day,
    [...statement.stems],
    statement.names,
    statement.voices,
    [...statement.owners],
    [...statement.contrasts],
    [...statement.sides],
    bits,
    statement.amounts.map(packAmount),
    statement.traits,
    statement.period,
    statement.quoteWords,
    statement.eventDay,
    statement.figures,
  ];
  return JSON.stringify(packed);
}

/** What `packStatement` wrote. */
export function unpackStatement(json: string): Statement {
  const [
    speaker,
    day,
    stems,
    names,
    voices,
    owners,
    contrasts,
    sides,
    bits,
    amounts,
    traits,
    period,
    quoteWords,
    eventDay,
    figures,
  ] = JSON.parse(json) as Packed;
  return {
    speaker,
    day,
    stems: new Set(stems),
    names,
    voices,
    owners: new Set(owners),
    contrasts: new Map(contrasts),
    sides: new Map(sides),
    isPaired: (bits & 1) !== 0,
    isNegated: (bits & 2) !== 0,
    isHedged: (bits & 4) !== 0,
    isAble: (bits & 8) !== 0,
    amounts: amounts.map(unpackAmount),
    traits,
    period,
    quoteWords,
    eventDay,
    figures,
  };
}
