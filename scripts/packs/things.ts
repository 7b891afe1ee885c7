import { entityTypes, type EntityType } from '../../lib/model/entity.ts';
import type { PackDraft } from './draft.ts';
import { listOf, readTable } from './table.ts';

const organisationColumns = [
  'slug',
  'name',
  'aliases',
  'kind',
  'description',
  'place',
  'founded',
  'dissolved',
  'parents',
  'prominence',
  'wikidata',
  'wikipedia',
] as const;
const eventColumns = [
  'slug',
  'name',
  'aliases',
  'kind',
  'description',
  'place',
  'start',
  'end',
  'prominence',
  'wikidata',
  'wikipedia',
] as const;
const thingColumns = [
  'slug',
  'name',
  'aliases',
  'type',
  'description',
  'place',
  'date',
  'prominence',
  'wikidata',
  'wikipedia',
] as const;

/** Organisations with seat, founding and membership. */
export function addOrganisations(draft: PackDraft, file: string): void {
  const rows = readTable(file, organisationColumns);
  const added = rows.map((row) => ({
    row,
    id: draft.add({
      ...row,
      type: 'organisation',
      aliases: listOf(row.aliases),
      prominence: Number(row.prominence) || 0.3,
    }),
  }));
  for (const { row, id } of added) {
    if (id === null) continue;
    draft.relate(id, 'location', row.place, row.at);
    if (row.founded !== '') draft.fact(id, 'foundingDate', { date: row.founded });
    if (row.dissolved !== '') draft.fact(id, 'dissolutionDate', { date: row.dissolved });
    for (const parent of listOf(row.parents)) draft.relate(id, 'memberOf', parent, row.at);
  }
}

export function addEvents(draft: PackDraft, file: string): void {
  for (const row of readTable(file, eventColumns)) {
    const id = draft.add({
      ...row,
      type: 'event',
      aliases: listOf(row.aliases),
      prominence: Number(row.prominence) || 0.3,
    });
    if (id === null) continue;
    draft.relate(id, 'location', row.place, row.at);
    if (row.start !== '') draft.fact(id, 'startDate', { date: row.start });
    if (row.end !== '') draft.fact(id, 'endDate', { date: row.end });
  }
}

const typeOf = (text: string): EntityType => entityTypes.find((type) => type === text) ?? 'other';

/** Laws, works, products, peoples and religions. */
export function addThings(draft: PackDraft, file: string): void {
  for (const row of readTable(file, thingColumns)) {
    const id = draft.add({
      ...row,
      type: typeOf(row.type),
      aliases: listOf(row.aliases),
      prominence: Number(row.prominence) || 0.3,
    });
    if (id === null) continue;
    const place = typeOf(row.type) === 'nationality' ? draft.refer(row.place, row.at) : null;
    if (place !== null) draft.fact(id, 'demonymOf', { entity: place });
    else draft.relate(id, 'location', row.place, row.at);
    if (row.date !== '') draft.fact(id, 'datePublished', { date: row.date });
  }
}
