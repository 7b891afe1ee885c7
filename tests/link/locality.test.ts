import { expect, test } from 'vitest';
import { localityOf } from '../../lib/link/locality.ts';
import { asEntityId } from '../../lib/model/ids.ts';

/** What the place in angle brackets is said to be in; places stand in square or angle brackets. */
function within(marked: string): string[] {
  const names = [];
  let text = '';
  let asked = -1;
  for (const part of marked.split(/([[<][^\]>]*[\]>])/u)) {
    const name = /^[[<](.*)[\]>]$/u.exec(part)?.[1];
    if (name !== undefined) {
      if (part.startsWith('<')) asked = names.length;
      const candidates = [{ id: asEntityId(`local:${name.toLowerCase()}`), type: 'place' as const, prominence: 0.5 }];
      names.push({
        start: text.length,
        end: text.length + name.length,
        type: 'place' as const,
        confidence: 1,
        candidates,
      });
    }
    text += name ?? part;
  }
  return localityOf(text, names, [asked]).within.flatMap((ids) => ids.map((id) => id.replace('local:', '')));
}

test.each([
  ['a comma puts a town into its state', 'in <Toledo>, [Ohio].', ['ohio', 'wd:Q30']],
  ['a list does not', '<France>, [Germany] and [Italy] agreed.', []],
  ['nor a longer one', '<Bavaria>, [Hesse], [Saxony], and [Tyrol] agreed.', []],
  ['nor its middle', '[Bavaria], <Hesse>, [Saxony] or [Tyrol].', []],
  ['nor one that ends with an article', '<Mexico>, [Canada], [Japan] and the [Philippines] agreed.', []],
  ['nor one that goes on without names', '<Mexico>, [Canada] and elsewhere.', []],
  ['nor one that adds another', '<Mexico>, [Canada], [Japan], as well as [Peru].', []],
  ['nor a row that ends with what is no place', '<Austin>, [Denver], [Reno] and the valley.', []],
  ['two pairs before such an end are none', '<Toledo>, [Ohio], [Reno], [Nevada] and the valley.', ['ohio', 'wd:Q30']],
  ['two pairs are none', '<Toledo>, [Ohio], and [Reno], [Nevada].', ['ohio', 'wd:Q30']],
  ['other words say nothing', '<Paris> and [Texas].', []],
])('%s', (_rule, marked, places) => {
  expect(within(marked)).toEqual(places);
});
