import type { Span } from '../../model/span.ts';

interface Counted {
  readonly value: number;
  readonly unit: string;
  readonly of: readonly string[];
}

/** What stands between a part and its whole: "62 of 190", "three of their last six", "two out of the four". */
const ofWhole = /^ (?:out )?of (?:(?:the|its|their|his|her|our|all) )?(?:(?:last|past|first|previous|final|other) )?$/u;

/**
 * Amounts of which parts have their wholes in what they count: "62 of 190 pupils" differs from "41 of 190 pupils", and says
 * nothing on 62 of 300. Spans and amounts are those of one statement, in its order; a whole counts no more by itself.
 */
export function joinWholes<Amount extends Counted>(
  text: string,
  spans: readonly (Span | undefined)[],
  amounts: readonly Amount[],
): readonly Amount[] {
  const isWhole = (at: number): boolean => {
    const [part, whole] = [spans[at - 1], spans[at]];
    return part !== undefined && whole !== undefined && ofWhole.test(text.slice(part.end, whole.start));
  };
  return amounts.flatMap((amount, at) => {
    if (isWhole(at)) return [];
    const whole = amounts[at + 1];
    if (whole === undefined || !isWhole(at + 1) || amount.unit !== whole.unit) return [amount];
    return [{ ...amount, of: [...new Set([...whole.of, `of ${whole.value}`])] }];
  });
}
