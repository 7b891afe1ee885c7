import type { EntityId } from '../../lib/model/ids.ts';
import { entityTypes } from '../../lib/model/entity.ts';
import type { BrowsePage, BrowseQuery, PackBrief } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { dateWords } from '../dates.ts';
import { isLongInRow } from '../long-name.ts';
import { Button } from '../parts/Button.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { Parted } from '../parts/Parted.tsx';
import { TypeShape, TypeSpoken } from '../parts/TypeShape.tsx';
import type { Remote } from '../remote.ts';
import { addressOf, placeAddress } from './address.ts';
import { Select } from './Form.tsx';
import { nextInList } from '../parts/roving.ts';

export type Filter = Pick<BrowseQuery, 'query' | 'type' | 'from' | 'order'>;

interface EntityListProps {
  readonly filter: Filter;
  readonly packs: readonly PackBrief[];
  readonly found: Remote<BrowsePage>;
  readonly open: EntityId | null;
  readonly onFilter: (patch: Partial<Filter>) => void;
  readonly onMore: () => void;
  readonly onOpen: (id: EntityId) => void;
  readonly onCreate: () => void;
}

const fromOf = (value: string): Filter['from'] =>
  value === 'all' || value === 'own' ? value : { pack: value.slice('pack:'.length) };

const Filters = ({ filter, packs, onFilter }: Pick<EntityListProps, 'filter' | 'packs' | 'onFilter'>) => {
  const library = words.library;
  return (
    <div class="library__filters" role="group" aria-label={library.filters}>
      <Select
        label={library.type}
        value={filter.type ?? 'all'}
        options={[
          { value: 'all' as const, label: library.allTypes },
          ...entityTypes.map((type) => ({ value: type, label: words.type[type].many })),
        ]}
        onChange={(type) => onFilter({ type: type === 'all' ? null : type })}
      />
      <Select
        label={library.from}
        value={typeof filter.from === 'string' ? filter.from : `pack:${filter.from.pack}`}
        options={[
          { value: 'all', label: library.anywhere },
          { value: 'own', label: library.own },
          ...packs.map(({ id, title }) => ({ value: `pack:${id}`, label: title })),
        ]}
        onChange={(from) => onFilter({ from: fromOf(from) })}
      />
      <Select
        label={library.order}
        value={filter.order}
        options={[
          { value: 'prominence' as const, label: library.prominent },
          { value: 'seen' as const, label: library.seen },
        ]}
        onChange={(order) => onFilter({ order })}
      />
    </div>
  );
};

/** Arrow keys walk the rows, as in any list of links. */
const walk = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = nextInList({ key: event.key, at, count: rows.length });
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
};

/** How many there are, or why there is none. */
const statusOf = ({ found, filter }: EntityListProps): string => {
  const library = words.library;
  if (found.state === 'loading') return library.loading;
  if (found.state === 'failed') return found.why;
  const { rows, hasMore, total } = found.value;
  if (rows.length === 0) return filter.order === 'seen' && filter.query === '' ? library.nothingSeen : library.nothing;
  return total === null
    ? library.found({ count: rows.length }) + (hasMore ? '+' : '')
    : library.found({ count: total });
};

const Rows = ({ found, open, filter, onOpen, onMore }: EntityListProps) => {
  const library = words.library;
  if (found.state !== 'ready') return null;
  const { rows, hasMore } = found.value;
  const name = filter.query.trim();
  if (rows.length === 0)
    return name === '' ? null : (
      <p class="library__note">
        <a href={placeAddress({ at: 'look-up', name, id: null })}>{words.lookUp.title({ name })}</a>
      </p>
    );
  return (
    <>
      <ul class="library__rows" onKeyDown={walk}>
        {rows.map((row) => (
          <li key={row.id}>
            <a
              class="row"
              data-row
              href={addressOf(row.id)}
              aria-current={row.id === open ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(row.id);
              }}
            >
              <TypeShape type={row.type} known={true} />
              <span class="row__text">
                <span class="row__name" data-long={isLongInRow(row.name)}>
                  <bdi>{row.name}</bdi>
                </span>
                <TypeSpoken type={row.type} />
                <span class="row__line">
                  <Parted
                    parts={[
                      row.description,
                      row.seenAt === null
                        ? null
                        : library.lastSeen({ date: dateWords(new Date(row.seenAt).toISOString().slice(0, 10)) }),
                    ]}
                  />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p class="library__more">
          <Button onPress={onMore}>{library.more}</Button>
        </p>
      ) : null}
    </>
  );
};

/** The store as a list: searched, filtered, ordered, a page at a time. */
export const EntityList = (props: EntityListProps) => {
  const { filter, onFilter, onCreate } = props;
  return (
    <section class="library__list" aria-label={words.library.search}>
      <SearchField
        label={words.library.search}
        query={filter.query}
        onQuery={(query) => onFilter({ query })}
        onDown={(field) => field.closest('section')?.querySelector<HTMLElement>('[data-row]')?.focus()}
      />
      <Filters {...props} />
      <p class="library__create">
        <Button onPress={onCreate}>{words.library.create}</Button>
      </p>
      <p class="library__note" role="status">
        {statusOf(props)}
      </p>
      <Rows {...props} />
    </section>
  );
};
