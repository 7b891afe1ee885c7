import type { Lexeme } from '../syntax/lexemes.ts';

/** Words of rising and falling, each with its sense. */
const changes: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'rise',
        'rise rises rose risen rising accelerate accelerated quickened swelled widened spiked rocketed leapt leaped rallied ballooned blown raise raises raised raising boost boosted increase increases increased increasing grow grows grew grown growing climb climbs climbed jump jumps jumped soar soared surge surged up gain gained gains added expand expanded higher improved',
      ],
      [
        'fall',
        'fall falls fell fallen falling slow slows slowed narrowed dipped sank slid cooled moderated crashed collapsed dwindled decrease decreased decline declined declines drop drops dropped shrink shrank shrunk slump slumped plunge plunged tumble tumbled slip slipped down lost lose eased lower lowers lowered contracted cut cuts reduces reduced',
      ],
    ] as const
  ).flatMap(([sense, words]) => words.split(' ').map((word): [string, string] => [word, sense])),
);

/** Verbs that take "up" and "down" without anything that rises or falls: "makes up 62%", "turned down an offer". */
const phrasal =
  /^(?:(?:mak|tak|giv|com|us|writ)(?:es?|ing)|(?:turn|sign|track|hunt|pick|shut|back|hand|line|lin|step|break|stand|set|end|show|open|speak|put|shoot|tear|keep|hold|add|bring|call|clean|cover|own)(?:s|ed|ing|ting|ning)?|made|took|gave|came|broke|stood|shot|tore|kept|held|brought|used|wrote|written|spoke)$/u;

const rises =
  /^(?:is|are|was|were|be|been|went|gone|go|goes|come|came|moved|edged|crept|ticked|inched|shot|pushed|back|\d.*)$/u;

/** The sense of a word of rising or falling at a place; undefined where it is none. */
export function changeAt(lexemes: readonly Lexeme[], at: number): string | undefined {
  const word = lexemes[at]?.folded ?? '';
  const isPhrasal = (word === 'up' || word === 'down') && phrasal.test(lexemes[at - 1]?.folded ?? '');
  // "earns up to $40,000", "by up to 35%": so much at most.
  const isMost = word === 'up' && lexemes[at + 1]?.folded === 'to' && !rises.test(lexemes[at - 1]?.folded ?? '');
  return isPhrasal || isMost ? undefined : changes.get(word);
}
