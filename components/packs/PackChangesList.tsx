import { comma } from '../words.ts';
import type { PackChanges } from '../../lib/model/pack.ts';
import { words } from '../../lib/i18n/words.ts';
import { changesLine } from './pack-words.ts';

/** What the last update brought, the best known by name. */
export const PackChangesList = ({ changes }: { readonly changes: PackChanges }) => {
  const { added, removed, changed } = changes.examples;
  return (
    <details class="pack__more">
      <summary>{words.packs.whatChanged({ version: changes.fromVersion, changes: changesLine(changes) })}</summary>
      <Names title={words.packs.isNew} names={added} total={changes.added} />
      <Names
        title={words.packs.isChanged}
        names={changed.map(({ name, what }) =>
          words.packs.changedIn({ name, parts: what.map((part) => words.packs.part[part]).join(comma) }),
        )}
        total={changes.changed}
      />
      <Names title={words.packs.isGone} names={removed} total={changes.removed} />
    </details>
  );
};

interface NamesProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly total: number;
}

const Names = ({ title, names, total }: NamesProps) =>
  names.length === 0 ? null : (
    <div class="pack__names">
      <h4>{title}</h4>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {total > names.length ? <li>{words.packs.more({ count: total - names.length })}</li> : null}
      </ul>
    </div>
  );
