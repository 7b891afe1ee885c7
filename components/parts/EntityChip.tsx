import type { Named } from '../card/view.ts';
import { words } from '../../lib/i18n/words.ts';
import { TypeShape } from './TypeShape.tsx';
import './EntityChip.css';

interface EntityChipProps {
  readonly named: Named;
  readonly onOpen: (view: Named['view']) => void;
}

/** A name that opens its own card. */
export const EntityChip = ({ named, onOpen }: EntityChipProps) => (
  <button type="button" class={`chip is-${named.type}`} onClick={() => onOpen(named.view)}>
    <TypeShape type={named.type} known={named.known} />
    <bdi>{named.name}</bdi>
    <span class="unseen">, {words.type[named.type].one}</span>
  </button>
);

/** Chips in a row that wraps. */
export const EntityChips = ({
  all,
  onOpen,
}: {
  readonly all: readonly Named[];
  readonly onOpen: EntityChipProps['onOpen'];
}) => (
  <ul class="chips">
    {all.map((named, index) => (
      <li key={index}>
        <EntityChip named={named} onOpen={onOpen} />
      </li>
    ))}
  </ul>
);
