/** A small pack in source form, and ways to spoil it. */

export const manifest = {
  id: 'test-pack',
  version: '2026.11.0',
  schema: 1,
  title: 'Test pack',
  publisher: 'Tests',
  licence: 'CC0-1.0',
  language: 'en',
  created: '2026-11-23',
  description: 'A person, an office, a country.',
};

export const records = {
  entities: [
    {
      id: 'test:ada',
      type: 'person',
      name: 'Ada Moreno',
      aliases: [{ text: 'Moreno', case: 'exact' }],
      description: 'Minister in Freedonia',
      gender: 'female',
      prominence: 0.5,
      sameAs: ['https://example.org/ada'],
      context: ['test:freedonia'],
    },
    { id: 'test:freedonia', type: 'place', name: 'Freedonia', aliases: [], description: 'Country', prominence: 0.9 },
  ],
  facts: [
    {
      id: 'test:f1',
      subject: 'test:ada',
      predicate: 'jobTitle',
      value: { text: 'Minister of Trade' },
      of: 'test:freedonia',
      validFrom: '2020-01',
      validTo: '2022-06-30',
      source: 'test:s1',
    },
    {
      id: 'test:f2',
      subject: 'test:ada',
      predicate: 'jobTitle',
      value: { text: 'Prime Minister' },
      of: 'test:freedonia',
      validFrom: '2022-07-01',
      source: 'test:s1',
    },
    { id: 'test:f3', subject: 'test:ada', predicate: 'birthDate', value: { date: '1971-03' }, source: 'test:s1' },
    {
      id: 'test:f4',
      subject: 'wd:Q30',
      predicate: 'diplomaticRelation',
      value: { entity: 'test:freedonia' },
      source: 'test:s1',
    },
  ],
  claims: [
    {
      id: 'test:c1',
      text: 'Ada Moreno said that trade had grown by 4 percent.',
      kind: 'reported',
      speaker: 'test:ada',
      about: ['test:freedonia'],
      quantities: [{ value: 4, unit: 'percent', of: 'trade' }],
      saidAt: '2021-05-01',
      source: 'test:s1',
    },
  ],
  reviews: [{ id: 'test:r1', claim: 'test:c1', rating: 'Lacks context', source: 'test:s2' }],
  sources: [
    {
      id: 'test:s1',
      url: 'https://example.org/list',
      title: 'A list',
      publisher: 'Tests',
      authors: [],
      publishedAt: '2026-11',
    },
    {
      id: 'test:s2',
      url: 'https://checks.example/trade',
      title: 'Did trade grow by 4 percent?',
      publisher: 'The Checkers',
      authors: [],
      publishedAt: '2021-05-09',
    },
  ],
} as const;

type Part = keyof typeof records;

/** The pack's files; what `changed` names stands in for the pack's own. */
export function packFiles(changed: Readonly<Record<string, string>> = {}): Map<string, string> {
  const parts = (Object.keys(records) as Part[]).map(
    (part) => [`${part}.jsonl`, records[part].map((record) => JSON.stringify(record)).join('\n')] as const,
  );
  return new Map([['manifest.json', JSON.stringify(manifest)], ...parts, ...Object.entries(changed)]);
}

/** The files with one record's fields changed; a field that is `undefined` is left out. */
export function withRecord(part: Part, at: number, fields: Readonly<Record<string, unknown>>): Map<string, string> {
  const lines = records[part].map((record, i) => JSON.stringify(i === at ? { ...record, ...fields } : record));
  return packFiles({ [`${part}.jsonl`]: lines.join('\n') });
}
