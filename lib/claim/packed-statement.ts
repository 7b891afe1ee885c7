import type { Period } from '../model/claim.ts';
import type { Amount, Statement } from './statement.ts';

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
  amounts: readonly Amount[],
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
    statement.amounts,
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
    amounts,
    traits,
    period,
    quoteWords,
    eventDay,
    figures,
  };
}
