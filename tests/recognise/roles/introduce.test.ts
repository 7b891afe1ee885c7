import { expect, test } from 'vitest';
import type { EntityType } from '../../../lib/model/entity.ts';
import { introduce } from '../../../lib/recognise/roles/introduce.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';

/** Names stand in brackets, `*` before the ones that are asked about and `#` before organisations. */
function introduced(marked: string): string | null {
  const names: { start: number; end: number; type: EntityType; confidence: number }[] = [];
  const asked: number[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]+\])/u)) {
    const name = /^\[([*#]?)(.+)\]$/u.exec(part);
    if (name === null) {
      text += part;
      continue;
    }
    const surface = name[2] ?? '';
    if (name[1] === '*') asked.push(names.length);
    const type = name[1] === '#' ? 'organisation' : 'person';
    names.push({ start: text.length, end: text.length + surface.length, type, confidence: 1 });
    text += surface;
  }
  return introduce(readText(text, blocksOfLines(text)), names, asked)?.text ?? null;
}

test.each([
  ['a body behind "of"', '“No,” said [*Ada Bell] of the [#Kaveri Fund].', 'of the Kaveri Fund'],
  ['a body behind a comma', '[*Ada Bell], of [#Kaveri Fund], said no.', 'of Kaveri Fund'],
  ['whose somebody is', '[#Labour]’s [*Ada Bell] said no.', 'Labour’s'],
  ['a body in "s"', 'The [#Lakers]’ [*Ada Bell] scored.', 'Lakers’'],
  ['a role of a later mention first', '[*Ada Bell] of [#Yale] spoke. [*Ada Bell], a surgeon, left.', 'surgeon'],
  [
    'a name that the words would end in',
    '[*Ada Bell], head of the [#Securities and Exchange Board], said no.',
    'head of the Securities and Exchange Board',
  ],
  [
    'a name that the words would begin in',
    'There [#Reserve Bank of Kaveri] President [*Ada Bell] said no.',
    'Reserve Bank of Kaveri President',
  ],
  ['no body that only stands beside', '[*Ada Bell] left [#Yale].', null],
  ['no body of another', '[*Ada Bell] spoke. [Ben Cole] of [#Yale] left.', null],
])('whoever is introduced: %s', (_, marked, role) => {
  expect(introduced(marked)).toBe(role);
});
