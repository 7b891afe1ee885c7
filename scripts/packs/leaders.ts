import type { Entity } from '../../lib/model/entity.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { type PackDraft, slugOf } from './draft.ts';

const headed =
  /^(?:(?:acting|interim|transitional) )?(?:president|prime minister|chancellor|premier|king|queen|emperor|sultan|emir|supreme leader|governor|mayor|(?:first|chief) minister|minister-president|chair|chair(?:man|woman|person)|(?:co-)?chief executive|(?:executive |managing )?director|director[- ]general|secretary[- ]general|general secretary|administrator|commissioner|leader|manager|head) of (?:the )?(.+)$/iu;

/**
 * Who led a place or a body from when to when, from the roles of people whose title says so: "Governor of Texas" of
 * Texas, "Chancellor of the Exchequer" of the Treasury and not of the United Kingdom. To be called after all people are in the draft; `others`
 * are entities of other packs.
 */
export function addLeaders(draft: PackDraft, others: readonly Pick<Entity, 'id' | 'name' | 'aliases'>[]): void {
  const names = new Map<EntityId, ReadonlySet<string>>(
    [...others, ...draft.entities].map(({ id, name, aliases }) => [
      id,
      new Set([name, ...aliases.map(({ text }) => text)].map(slugOf)),
    ]),
  );
  for (const { subject, predicate, value, of, validFrom, validTo } of [...draft.facts]) {
    if (predicate !== 'jobTitle' || of === undefined || !('text' in value)) continue;
    const body = headed.exec(value.text)?.[1];
    if (body === undefined || names.get(of)?.has(slugOf(body)) !== true) continue;
    draft.fact(
      of,
      'leader',
      { entity: subject },
      {
        qualifier: value.text,
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validTo === undefined ? {} : { validTo }),
      },
    );
  }
}
