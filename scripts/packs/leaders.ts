import type { Entity } from '../../lib/model/entity.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { type PackDraft, slugOf } from './draft.ts';

const headed =
  /^(?:(?:acting|interim|transitional) )?(?:president|prime minister|chancellor|premier|king|queen|emperor|sultan|emir|supreme leader|governor|mayor|(?:first|chief) minister|minister-president|chair|chair(?:man|woman|person)|(?:co-)?chief executive|(?:executive |managing )?director|director[- ]general|secretary[- ]general|general secretary|administrator|commissioner|leader|manager|head) of (?:the )?(.+)$/iu;

/** Offices that two fill as one. */
const shared = /^co-/iu;

/**
 * Who led a place or a body from when to when, from the roles of people whose title says so: "Governor of Texas" of
 * Texas, "Chancellor of the Exchequer" of the Treasury and not of the United Kingdom. A title that several hold at once,
 * as the governors of the Federal Reserve do, leads nothing. To be called after all people are in the draft; `others`
 * are entities of other packs.
 */
export function addLeaders(draft: PackDraft, others: readonly Pick<Entity, 'id' | 'name' | 'aliases'>[]): void {
  const names = new Map<EntityId, ReadonlySet<string>>(
    [...others, ...draft.entities].map(({ id, name, aliases }) => [
      id,
      new Set([name, ...aliases.map(({ text }) => text)].map(slugOf)),
    ]),
  );
  const held = draft.facts.flatMap((role) => {
    if (role.predicate !== 'jobTitle' || role.of === undefined || !('text' in role.value)) return [];
    const body = headed.exec(role.value.text)?.[1];
    const title = role.value.text;
    return body !== undefined && names.get(role.of)?.has(slugOf(body)) === true
      ? [{ ...role, of: role.of, title }]
      : [];
  });
  const holders = new Map<string, number>();
  const keyOf = ({ of, title }: (typeof held)[number]): string => `${of} ${title}`;
  for (const role of held)
    if (role.validTo === undefined) holders.set(keyOf(role), (holders.get(keyOf(role)) ?? 0) + 1);
  for (const role of held) {
    const { of, subject, title, validFrom, validTo } = role;
    if ((holders.get(keyOf(role)) ?? 0) > 1 && !shared.test(title)) continue;
    draft.fact(
      of,
      'leader',
      { entity: subject },
      {
        qualifier: title,
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validTo === undefined ? {} : { validTo }),
      },
    );
  }
}
