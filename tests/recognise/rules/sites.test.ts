import { expect, test } from 'vitest';
import { takeSites } from '../../../lib/recognise/rules/sites.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a name with its ending', 'They read [Zekyard].com today.', ['Zekyard.com=organisation']],
  ['of another type', 'They read [Zekyard.com=work] today.', ['Zekyard.com=organisation']],
  ['at the end of a sentence', 'They read [Zekyard=product].com.', ['Zekyard.com=organisation']],
  ['the next sentence', 'They met [Zekyard]. Com was there.', ['Zekyard=person']],
  ['a longer address', 'They read [Zekyard].com.example today.', ['Zekyard=person']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takeSites, text)).toEqual(expected));
