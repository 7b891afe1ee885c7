import { mayBeSame } from '../../lib/model/money.ts';
import type { RelatedStatement } from '../../lib/model/card.ts';
import type { PageClaim } from '../../lib/model/reading.ts';
import { dayWords } from '../dates.ts';
import { amountWords } from '../quantities.ts';
import { words } from '../../lib/i18n/words.ts';

/** One amount on a number line. */
export interface NumberPoint {
  readonly value: number;
  /** "30%", "$2 billion". */
  readonly amount: string;
  /** What is counted. */
  readonly of: string;
  /** Who gives it: "here", or the outlet. */
  readonly by: string;
  /** The year, or the day where all that others give is of one year. */
  readonly when: string | null;
  readonly here: boolean;
}

/** Amounts of one unit, from this claim and from related statements, lowest first. */
export interface NumberLineData {
  readonly unit: string;
  readonly points: readonly NumberPoint[];
  /** Different things that are counted, each once; one or none where all count the same. */
  readonly counted: readonly string[];
}

/** So many amounts fit on a line of a card's width and stay legible; the statements below list all. */
const mostPoints = 6;

const dayOf = ({ statement }: RelatedStatement): string | null => statement.saidAt ?? statement.source.publishedAt;

function allPoints(claim: PageClaim, related: readonly RelatedStatement[]) {
  const days = related.flatMap((one) => dayOf(one) ?? []);
  const isOneYear = new Set(days.map((day) => day.slice(0, 4))).size === 1 && days.every((day) => day.length >= 10);
  const when = (day: string | null): string | null =>
    day === null ? null : isOneYear ? dayWords(day) : day.slice(0, 4);
  return [
    ...claim.quantities.map((quantity) => ({ quantity, statement: -1, by: words.here, when: null, here: true })),
    ...related.flatMap((one, statement) =>
      one.statement.quantities.map((quantity) => ({
        quantity,
        statement,
        by: one.statement.source.publisher ?? one.statement.source.title,
        when: when(dayOf(one)),
        here: false,
      })),
    ),
  ];
}

/** A line for each unit in which the claim and a related statement give different amounts. */
export const numberLines = (claim: PageClaim, related: readonly RelatedStatement[]): NumberLineData[] => {
  const points = allPoints(claim, related);
  const units = [...new Set(claim.quantities.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const ofUnit = points.filter(({ quantity }) => mayBeSame(quantity.unit, unit) && Number.isFinite(quantity.value));
    const own = new Set(claim.quantities.map(({ of }) => of));
    // What an outlet counts as the claim does comes before what its headline calls it.
    const byNoun = ofUnit.toSorted((a, b) => Number(own.has(b.quantity.of)) - Number(own.has(a.quantity.of)));
    const seen = new Map<string, number>();
    const kept = byNoun.flatMap(({ quantity, statement, ...given }): NumberPoint[] => {
      const giver = `${quantity.value}|${given.by}|${given.when}`;
      const key = `${giver}|${quantity.of}`;
      // Twice in one statement it may be of two things.
      if (seen.has(key) || (seen.get(giver) ?? statement) !== statement) return [];
      seen.set(key, statement).set(giver, statement);
      return [{ value: quantity.value, amount: amountWords(quantity), of: quantity.of, ...given }];
    });
    const here = kept.filter((point) => point.here);
    const elsewhere = kept.filter((point) => !point.here);
    if (!elsewhere.some((other) => here.some((own) => own.value !== other.value))) return [];
    const shown = [...here, ...elsewhere].slice(0, mostPoints).sort((a, b) => a.value - b.value);
    return [{ unit, points: shown, counted: [...new Set(shown.map(({ of }) => of.trim()).filter(Boolean))] }];
  });
};
