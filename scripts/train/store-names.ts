import { readFileSync } from 'node:fs';
import { type AliasEntry, compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findEveryName } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/open.ts';
import { keepLongest } from '../../lib/gazetteer/overlaps.ts';
import type { CaseRule, Entity, EntityType } from '../../lib/model/entity.ts';
import { bareHits } from '../../lib/recognise/bare-hits.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { KnownName } from '../../lib/model/knowledge.ts';

/**
 * The names of the built-in packs as they stood when the weights were made: the packs grow, the same weights have to
 * come out all the same. A line an entity: type, prominence, names; `=` before a name asks for its exact case.
 */
export const storeNamesFile = 'scripts/train/lists/store-names.txt';

export interface StoreEntity {
  readonly type: EntityType;
  readonly prominence: number;
  readonly names: readonly { readonly text: string; readonly case: CaseRule }[];
}

/** What is said of an entity whose prominence nobody knows. */
const usualProminence = 0.3;

export const formatStoreNames = (entities: readonly Entity[]): string =>
  entities
    .map(({ type, prominence, name, aliases }) => {
      const others = aliases.filter(({ language }) => language === undefined || language === 'en');
      const names = [{ text: name, case: 'name' }, ...others].map(
        (one) => (one.case === 'exact' ? '=' : '') + one.text,
      );
      return `${[type, (prominence ?? usualProminence).toFixed(2), ...names].join('|')}\n`;
    })
    .join('');

export const readStoreNames = (): StoreEntity[] =>
  readFileSync(storeNamesFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [type, prominence, ...names] = line.split('|');
      return {
        type: type as EntityType,
        prominence: Number(prominence),
        names: names.map((name) => ({ text: name.replace(/^=/u, ''), case: name.startsWith('=') ? 'exact' : 'name' })),
      };
    });

/** Finds the names of those entities in a text that `keep` (asked by number) lets pass. */
export type FindStoreNames = (text: string, keep: (ordinal: number) => boolean) => KnownName[];

export function openStoreNames(entities: readonly StoreEntity[]): FindStoreNames {
  const entries = entities.flatMap(({ names }, ordinal): AliasEntry[] => names.map((name) => ({ ...name, ordinal })));
  const opened = openGazetteer(compileGazetteer(entries));
  if (!opened.ok) throw new Error(opened.failure.code);
  const candidates = entities.map(({ type, prominence }, i) => ({ id: asEntityId(`local:${i}`), type, prominence }));
  return (text, keep) =>
    bareHits(
      text,
      keepLongest(
        [...findEveryName(opened.value, text)].flatMap(({ start, end, ordinals }) => {
          const kept = ordinals.filter(keep).flatMap((ordinal) => candidates[ordinal] ?? []);
          return kept.length === 0 ? [] : [{ start, end, candidates: kept }];
        }),
      ),
    );
}
