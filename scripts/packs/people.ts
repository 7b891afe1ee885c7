import { listOf, readTable } from './table.ts';
import type { PackDraft } from './draft.ts';

const columns = [
  'slug',
  'name',
  'gender',
  'aliases',
  'description',
  'roles',
  'born',
  'country',
  'prominence',
  'wikidata',
  'wikipedia',
] as const;

/** People of public life with the offices they held, from our own table. */
export function addPeople(draft: PackDraft, file: string): void {
  for (const row of readTable(file, columns)) {
    const id = draft.add({
      slug: row.slug,
      type: 'person',
      name: row.name,
      aliases: listOf(row.aliases),
      description: row.description,
      gender: row.gender === 'f' ? 'female' : row.gender === 'm' ? 'male' : undefined,
      prominence: Number(row.prominence) || 0.3,
      wikidata: row.wikidata,
      wikipedia: row.wikipedia,
      at: row.at,
    });
    if (id === null) continue;
    for (const role of row.roles.split(';;')) {
      const [title = '', of = '', from = '', to = ''] = role.split('@').map((part) => part.trim());
      if (title === '') continue;
      const where = draft.refer(of, row.at);
      draft.fact(
        id,
        'jobTitle',
        { text: title },
        {
          ...(where === null ? {} : { of: where }),
          ...(from === '' ? {} : { validFrom: from }),
          ...(to === '' ? {} : { validTo: to }),
        },
      );
    }
    if (row.born !== '') draft.fact(id, 'birthDate', { date: row.born });
    draft.relate(id, 'nationality', row.country, row.at);
  }
}
