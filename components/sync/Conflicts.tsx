import { languageTag, words } from '../../lib/i18n/words.ts';
import type { ConflictVersion, ConflictView } from '../../lib/model/sync.ts';
import { Button } from '../parts/Button.tsx';
import { Parted } from '../parts/Parted.tsx';
import type { SyncActions } from './sync-view.ts';

interface ConflictsProps extends Pick<SyncActions, 'onKeep' | 'onKeepBoth' | 'onUndo'> {
  readonly conflicts: readonly ConflictView[];
  readonly total: number;
  readonly canUndo: boolean;
}

const moments = new Intl.DateTimeFormat(languageTag, { dateStyle: 'medium', timeStyle: 'short' });

const WhoAndWhen = ({ version: { device, at } }: { readonly version: ConflictVersion }) => (
  <p class="options__hint">
    <Parted parts={[device === '' ? words.sync.anotherDevice : device, moments.format(at)]} />
  </p>
);

/** Fields that have a name in the library are called so here too; of the rest, the record's own word. */
function fieldWords(field: string | null): string | null {
  const { name, type, description } = words.library.field;
  const known: Readonly<Record<string, string>> = { name, type, description };
  return field !== null && Object.hasOwn(known, field) ? (known[field] ?? field) : field;
}

type Choices = Pick<SyncActions, 'onKeep' | 'onKeepBoth'>;

const Values = ({ conflict, onKeep, onKeepBoth }: Choices & { readonly conflict: ConflictView }) => (
  <>
    <ul class="sync__versions">
      {conflict.versions.map((version, nth) => (
        <li key={nth} class="sync__version">
          <p class="sync__value">{version.text === '' ? <em>{words.sync.empty}</em> : <bdi>{version.text}</bdi>}</p>
          <WhoAndWhen version={version} />
          <Button onPress={() => onKeep(conflict, nth)}>{words.sync.keepThis}</Button>
        </li>
      ))}
    </ul>
    {conflict.canKeepBoth ? <Button onPress={() => onKeepBoth(conflict)}>{words.sync.keepBoth}</Button> : null}
  </>
);

const Deleted = ({ conflict, onKeep }: Choices & { readonly conflict: ConflictView }) => (
  <>
    <p>{words.sync.conflictDeleted}</p>
    {conflict.versions.map((version, nth) => (
      <WhoAndWhen key={nth} version={version} />
    ))}
    <div class="sync__buttons">
      <Button onPress={() => onKeep(conflict, 0)}>{words.sync.keepIt}</Button>
      <Button onPress={() => onKeep(conflict, 1)}>{words.sync.deleteIt}</Button>
    </div>
  </>
);

/** What two devices changed at once, field by field, with both values. */
export const Conflicts = ({ conflicts, total, canUndo, onKeep, onKeepBoth, onUndo }: ConflictsProps) => {
  if (total === 0 && !canUndo) return null;
  const sync = words.sync;
  return (
    <section class="sync__conflicts" aria-label={sync.conflictsTitle}>
      {total === 0 ? null : (
        <>
          <h3 class="sync__heading">{sync.conflictsTitle}</h3>
          <p class="options__hint">{sync.conflictsLead({ count: total })}</p>
        </>
      )}
      <ul class="sync__list">
        {conflicts.map((conflict) => (
          <li key={conflict.key} class="sync__conflict">
            <p class="sync__name">
              <Parted parts={[conflict.title, fieldWords(conflict.field)]} />
            </p>
            {conflict.field === null ? (
              <Deleted conflict={conflict} onKeep={onKeep} onKeepBoth={onKeepBoth} />
            ) : (
              <Values conflict={conflict} onKeep={onKeep} onKeepBoth={onKeepBoth} />
            )}
          </li>
        ))}
      </ul>
      {canUndo ? (
        <Button look="quiet" onPress={onUndo}>
          {sync.undoDecision}
        </Button>
      ) : null}
    </section>
  );
};
