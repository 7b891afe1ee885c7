import { expect, test } from 'vitest';
import { dropCommonLetters } from '../../../lib/recognise/rules/common-letters.ts';
import { namesAfter, typedNamesAfter } from './marked-names.ts';

test.each([
  ['an office', '[Ana Ruiz], [SVP=organisation] of sales, left.', ['Ana Ruiz']],
  ['its bearers', 'He wrote to [MPs=organisation].', []],
  ['another office', '[Ana Ruiz] was named [CEO=person].', ['Ana Ruiz']],
  ['a body whose letters are like them', 'The [CFA=organisation] met.', ['CFA']],
  ['a firm that begins with them', '[MP Materials=organisation] digs.', ['MP Materials']],
  ['a thing of every day', 'The [GDP=organisation] fell.', []],
  ['a camera', 'He was seen on [CCTV=organisation].', []],
  ['a broadcaster', 'In Beijing [CCTV=organisation] showed it.', ['CCTV']],
  [
    'what the text writes small',
    'Robotic process automation ([RPA=organisation]) is old. [RPA=organisation] sells.',
    [],
  ],
  ['with a hyphen, behind "or"', 'He studied solar-radiation management, or [SRM=organisation], there.', []],
  ['several', 'They made interim university councils ([IUCs=product]).', []],
  ['a body that the text writes small', 'The special investigating unit ([SIU=organisation]) met.', ['SIU']],
  ['one with "of"', 'The government of national unity ([GNU=organisation]) met.', ['GNU']],
  ['what the text writes large', 'The Royal Porter Association ([RPA=organisation]) met.', ['RPA']],
  ['other letters', 'Robotic process automation ([RPX=organisation]) is old.', ['RPX']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropCommonLetters, text)).toEqual(expected));

test('an office within a name', () => {
  expect(
    typedNamesAfter(dropCommonLetters, '[Jo Mbe] left. [MEC Mbe=organisation] and [Erie QB Al Tarn] stayed.'),
  ).toEqual(['Jo Mbe=person', 'Mbe=person', 'Al Tarn=person']);
});
