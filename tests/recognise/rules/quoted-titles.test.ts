import { expect, test } from 'vitest';
import { takeQuotedTitles } from '../../../lib/recognise/rules/quoted-titles.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['behind what they are', 'Her first single, “Half of a Promise,” sold well.', ['Half of a Promise=work']],
  ['in any marks', 'In the novel ‘Low Notes’ she sings.', ['Low Notes=work']],
  ['of a debut', 'Her film debut, “The Long Canal,” opened.', ['The Long Canal=work']],
  ['at the end of a sentence', 'He made the film "Long Way Home."', ['Long Way Home=work']],
  ['not what is said of them', 'He called the film “a long way home”.', []],
  ['not a sentence', 'She wrote of the book, “It Was never mine”.', []],
  ['not where a name is marked', 'The song “[Ana Ruiz] Left” sold.', ['Ana Ruiz=person']],
  ['nor without the word', 'They sang “Half of a Promise”.', []],
])('titles in marks: %s', (_rule, text, names) => {
  expect(typedNamesAfter(takeQuotedTitles, text)).toEqual(names);
});
