import { describe, expect, test } from 'vitest';
import { type NameForm, readForm } from '../../../lib/recognise/cluster/forms.ts';
import { groupPeople } from '../../../lib/recognise/cluster/people.ts';
import { groupThings } from '../../../lib/recognise/cluster/things.ts';

/** Counts how often a grouping reads the words of the names: work, whatever the machine is busy with. */
function readsOf(surfaces: readonly string[], group: (forms: readonly NameForm[]) => unknown): number {
  let reads = 0;
  const counted = surfaces.map(readForm).map(
    ({ words, suffix, key, joined }): NameForm => ({
      suffix,
      key,
      joined,
      get words() {
        reads += 1;
        return words;
      },
    }),
  );
  group(counted);
  return reads;
}

const people = (forms: readonly NameForm[]) =>
  groupPeople(
    forms.map((form, sentence) => ({
      form,
      place: { sentence, isSubject: sentence % 2 === 0, isPossessive: false },
      candidates: [],
      isJoined: false,
      isKin: false,
      gender: null,
      rank: null,
    })),
  );
const organisations = (forms: readonly NameForm[]) =>
  groupThings(
    forms.map((form) => ({
      surface: form.key,
      form,
      type: 'organisation',
      candidates: [],
      inBracketsAfter: false,
      isRenowned: false,
      isTeam: false,
      apart: '',
    })),
  );

const word = (i: number): string => `w${i.toString(36)}x`;

describe('grouping names: four times the names are about four times the work', () => {
  test.each([
    ['people of as many surnames', people, (i: number) => `${word(i)} ${word(i + 1_000_000)}`],
    [
      'people and their surnames',
      people,
      (i: number) => (i % 2 === 0 ? `${word(i)} ${word(i + 1_000_000)}` : word(i + 999_999)),
    ],
    ['one name again and again', people, (i: number) => (i === 0 ? 'Ada Okafor' : 'Okafor')],
    ['organisations', organisations, (i: number) => `${word(i)} ${word(i + 1_000_000)} Bank`],
    ['organisations that begin alike', organisations, (i: number) => `Bank of ${word(i)} ${word(i + 1_000_000)}`],
    ['acronyms', organisations, (i: number) => word(i).toUpperCase()],
  ])('%s', (_kind, group, nameOf) => {
    const named = (count: number): number =>
      readsOf(
        Array.from({ length: count }, (_, i) => nameOf(i)),
        group,
      );
    expect(named(2_000) / named(500)).toBeLessThan(6);
  });
});
