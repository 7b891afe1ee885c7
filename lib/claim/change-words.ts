/** Words of rising and falling, each with its sense. */
export const changes: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'rise',
        'rise rises rose risen rising accelerate accelerated quickened swelled widened spiked rocketed leapt leaped rallied ballooned blown raise raises raised raising boost boosted increase increases increased increasing grow grows grew grown growing climb climbs climbed jump jumps jumped soar soared surge surged up gain gained gains added expand expanded higher improved',
      ],
      [
        'fall',
        'fall falls fell fallen falling slow slows slowed narrowed dipped sank slid cooled moderated crashed collapsed dwindled decrease decreased decline declined declines drop drops dropped shrink shrank shrunk slump slumped plunge plunged tumble tumbled slip slipped down lost lose eased lower contracted cut cuts reduced',
      ],
    ] as const
  ).flatMap(([sense, words]) => words.split(' ').map((word): [string, string] => [word, sense])),
);
