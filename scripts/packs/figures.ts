import type { PackDraft } from './draft.ts';
import { readTable } from './table.ts';

const columns = ['place', 'note', 'capital', 'population', 'counted'] as const;

/**
 * What else is known of places that other tables define: a note that goes on with their description, their capital, and
 * how many people live there by which count. To be called after all places are in the draft.
 */
export function addFigures(draft: PackDraft, file: string): void {
  for (const { place, note, capital, population, counted, at } of readTable(file, columns)) {
    const id = draft.refer(place, at);
    if (id === null) continue;
    if (note !== '') draft.describe(id, note);
    const seat = draft.refer(capital, at);
    if (seat !== null) draft.fact(seat, 'capitalOf', { entity: id });
    if (population !== '') draft.fact(id, 'population', { number: Number(population) }, { qualifier: counted });
  }
}
