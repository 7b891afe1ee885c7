import { expect, test } from 'vitest';
import { entityTypes } from '../../../lib/model/entity.ts';
import { takeFullNames } from '../../../lib/recognise/rules/acronyms.ts';
import { positionOfLabel, typeOfLabel, unit } from '../../../lib/recognise/tagger/labels.ts';
import type { Labelling } from '../../../lib/recognise/tagger/labelling.ts';
import type { DocumentView } from '../../../lib/recognise/tagger/view.ts';
import { namesAfter } from './marked-names.ts';

/** Types of the names of one word. */
function typesOfUnits(text: string): string[] {
  let types: string[] = [];
  namesAfter((view: DocumentView, labelling: Labelling): Labelling => {
    const after = takeFullNames(view, labelling);
    types = [...after.labels]
      .filter((label) => label !== 0 && positionOfLabel(label) === unit)
      .map((label) => entityTypes[typeOfLabel(label)] ?? '');
    return after;
  }, text);
  return types;
}

test.each<[rule: string, text: string, types: readonly string[]]>([
  ['an acronym is what its full name is', 'The [Care Reform Act=law] passed. The [CRA=organisation] helps.', ['law']],
  ['before it too', 'The [CRA=organisation] helps: the [Care Reform Act=law].', ['law']],
  ['with points', 'The [Care Reform Act=law]: the [C.R.A.=organisation] helps.', ['law']],
  [
    'small words count or not',
    'The [Act for the Poor=law]: the [AFP=organisation] or [ATFP=place].',
    ['organisation', 'place'],
  ],
  ['small words left out', 'The [Code of Road Acts=law]: the [CRA=organisation].', ['law']],
  ['two full names of two types', '[Care Reform Act=law], [Camden Rail Arm=organisation]: [CRA=place].', ['place']],
  ['one that was passed over', 'The [Care Reform Act=law] passed. So the CRA helps.', ['law']],
  ['a person has no acronym', '[Carla Rosa Abt=person] met the [CRA=organisation].', ['organisation']],
  ['two letters are too few', 'The [Reform Act=law] and [RA=place].', ['place']],
  ['no word in small letters', 'The [Care Reform Act=law] and [Cra=place].', ['place']],
])('%s', (_rule, text, types) => expect(typesOfUnits(text)).toEqual(types));
