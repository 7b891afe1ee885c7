import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { takeUnmarkedTitles } from '../../../lib/recognise/rules/unmarked-titles.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('ana'), markBit('given-name')],
    [hashText('institute'), markBit('organisation-tail')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['behind what it is', 'Her album [Salt Lines] sold well.', ['Salt Lines=work']],
  ['of a prize', 'She won a Tony for The Autumn of Miss [Ada Brodie].', ['The Autumn of Miss Ada Brodie=work']],
  [
    'a person’s who made it',
    '[Ruiz], director of [The Plasterer=organisation], left.',
    ['Ruiz=person', 'The Plasterer=work'],
  ],
  ['somebody stars in', 'He starred in [The Well and Ashes=organisation].', ['The Well=work']],
  ['with a part', 'She played [Carmela in The Well=other].', ['Carmela=person', 'The Well=work']],
  [
    'wherever it stands again',
    'The [White Heron=organisation] star left the drama The White Heron.',
    ['The White Heron=work', 'The White Heron=work'],
  ],
  ['taken for a thing', 'He is the author of [Slow Food=product].', ['Slow Food=work']],
  ['not whose', 'She is the author of [Ana Ruiz].', ['Ana Ruiz=person']],
  ['with more than it', 'He appeared in [The Well and Ashes=organisation].', ['The Well=work']],
  ['in two parts', 'The documentary Hunter: The Hidden Side of K-Pop won.', ['Hunter: The Hidden Side of K-Pop=work']],
  ['not what is said of it', 'In the film Salt: Ana Ruiz sings.', ['Salt=work']],
  ['before what it is said to be', 'On [Salt=organisation], her fourth album, she sings.', ['Salt=work']],
  ['not a firm with one', '[Salt=organisation], her new label, sells.', ['Salt=organisation']],
  ['not whoever made it', 'The film [Ana Ruiz] made sold well.', ['Ana Ruiz=person']],
  ['not who has a given name', 'The film [Ana Ruiz] sold.', ['Ana Ruiz=person']],
  ['not where it was shot', 'The film [Salt=place] sold.', ['Salt=place']],
  ['not a body', 'He is director of [The Low Institute=organisation].', ['The Low Institute=organisation']],
  ['not where it was printed', 'It appeared in [The Low Post=organisation].', ['The Low Post=organisation']],
  ['not a match', 'They played [Aston] in [Leeds=place].', ['Aston=person', 'Leeds=place']],
  ['not who got a prize', 'There was an Oscar for [Ana Ruiz].', ['Ana Ruiz=person']],
])('titles without marks: %s', (_rule, text, names) => {
  expect(typedNamesAfter(takeUnmarkedTitles, text, lexicon)).toEqual(names);
});
