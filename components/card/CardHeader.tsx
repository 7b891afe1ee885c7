import type { EntityType } from '../../lib/model/entity.ts';
import { Parted } from '../parts/Parted.tsx';
import { TypeShape } from '../parts/TypeShape.tsx';
import { words } from '../../lib/i18n/words.ts';
import { monogramOf } from './monogram.ts';
import type { Portrait } from './portrait.ts';
import './CardHeader.css';

const lettered: ReadonlySet<EntityType> = new Set(['person', 'organisation']);

const Monogram = ({
  name,
  type,
  known,
}: {
  readonly name: string;
  readonly type: EntityType;
  readonly known: boolean;
}) => {
  const letters = lettered.has(type) ? monogramOf(name) : '';
  return (
    <span class={`monogram monogram--${type}`} data-known={known} data-letters={letters.length} aria-hidden="true">
      {letters === '' ? <TypeShape type={type} known={known} /> : letters}
    </span>
  );
};

/** Names of more characters than this stand smaller: three lines of a card's width. */
const longName = 48;

/** Name, type and one line of a figure: on the article's day, and today where that differs. */
export const CardHeader = ({ portrait, id }: { readonly portrait: Portrait; readonly id: string }) => (
  <div class={`card-header is-${portrait.type}`}>
    <Monogram name={portrait.name} type={portrait.type} known={portrait.standing === 'known'} />
    <div class="card-header__text">
      <p class="card-header__type">
        {portrait.standing === 'several' ? words.type[portrait.type].many : words.type[portrait.type].one}
      </p>
      <h2 class="card-header__name" data-long={portrait.name.length > longName} id={id}>
        <bdi>{portrait.name}</bdi>
      </h2>
      {portrait.line === '' ? null : (
        <p class="card-header__line">
          <Parted
            parts={[portrait.line, portrait.asOf === null ? null : words.card.onDay({ date: portrait.asOf })]}
            lastClass={portrait.asOf === null ? '' : 'card-header__day'}
          />
        </p>
      )}
      {portrait.today === null ? null : (
        <p class="card-header__line">
          <span class="card-header__day">{words.today}:</span> <bdi>{portrait.today}</bdi>
        </p>
      )}
      {portrait.standing === 'unknown' ? (
        <p class="card-header__line">
          <Parted
            parts={[
              words.notInStore,
              portrait.introduced === null ? null : `${words.quoteOpen}${portrait.introduced}${words.quoteClose}`,
            ]}
          />
        </p>
      ) : null}
      {portrait.description === null ? null : (
        <p class="card-header__about">
          <bdi>{portrait.description}</bdi>
        </p>
      )}
    </div>
  </div>
);
