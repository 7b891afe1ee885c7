import type { EntityType } from '../../lib/model/entity.ts';
import type { Figure } from '../../lib/model/reading.ts';
import { Parted } from '../parts/Parted.tsx';
import { TypeShape, TypeSpoken } from '../parts/TypeShape.tsx';
import { words } from '../../lib/i18n/words.ts';
import { isLongInRow } from '../long-name.ts';
import { quoted } from '../words.ts';
import './Row.css';

const partsOf = (figure: Figure): readonly (string | null)[] => {
  const said = figure.statements.length === 0 ? null : words.count.statements({ count: figure.statements.length });
  const known = figure.entity !== null;
  return known
    ? [figure.roleOnDay ?? figure.description, said]
    : [
        figure.candidates.length > 0 ? words.count.candidates({ count: figure.candidates.length }) : words.notInStore,
        figure.role === null ? null : quoted(figure.role),
        said,
      ];
};

interface FigureRowProps {
  readonly figure: Figure;
  readonly onPick: (figure: Figure) => void;
}

/** A figure of the page: type, name, one line, number of mentions. */
export const FigureRow = ({ figure, onPick }: FigureRowProps) => (
  <button type="button" class="row" data-row onClick={() => onPick(figure)}>
    <TypeShape type={figure.type} known={figure.entity !== null} />
    <span class="row__text">
      <span class="row__name" data-long={isLongInRow(figure.name)}>
        <bdi>{figure.name}</bdi>
      </span>
      <TypeSpoken type={figure.type} />
      <span class="row__line">
        <Parted parts={partsOf(figure)} />
      </span>
    </span>
    <span class="row__count">
      <span aria-hidden="true">{figure.mentions}×</span>
      <span class="unseen">{words.count.mentions({ count: figure.mentions })}</span>
    </span>
  </button>
);

interface EntityRowProps {
  readonly name: string;
  readonly type: EntityType;
  readonly line: string;
  readonly onPick: () => void;
}

/** An entity of the store that the page does not name. */
export const EntityRow = ({ name, type, line, onPick }: EntityRowProps) => (
  <button type="button" class="row" data-row onClick={onPick}>
    <TypeShape type={type} known={true} />
    <span class="row__text">
      <span class="row__name" data-long={isLongInRow(name)}>
        <bdi>{name}</bdi>
      </span>
      <TypeSpoken type={type} />
      {line === '' ? null : (
        <span class="row__line">
          <bdi>{line}</bdi>
        </span>
      )}
    </span>
  </button>
);
