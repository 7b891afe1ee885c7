import { expect, test } from 'vitest';
import { findClaims } from '../../lib/claim/claims.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';

/** When the last claim is told to have been, in an article of 2021. */
function lastWhen(lines: readonly string[]): string | null {
  const { text, mentions } = parseMarks(['It was quiet.', ...lines].join('\n'), 1);
  const { document, cast } = goldCast(text, mentions);
  const claims = atOnce(findClaims(document, cast, { day: '2021-05-06', country: null, model: null }));
  return claims.at(-1)?.when?.from ?? null;
}

const war = 'In August 1943 [[Ray|PER|r]] took the port. By July 1944 his army held the island, as it had until 1942.';

test.each<[what: string, lines: readonly string[], from: string]>([
  ['in an article about long ago', [war, 'On 5 September, the fleet sank 300 ships.'], '1942-09-05'],
  ['which tells its year', [war, 'On 5 September 1945, the fleet sank 300 ships.'], '1945-09-05'],
  ['in one with news', [war, 'He spoke last week.', 'On 5 September, the fleet sank 300 ships.'], '2020-09-05'],
  ['in one that tells of its own year', [war, 'In 2021 he fell.', 'On 5 September, it sank 300 ships.'], '2020-09-05'],
])('a date without a year %s', (_, lines, from) => expect(lastWhen(lines)).toBe(from));
