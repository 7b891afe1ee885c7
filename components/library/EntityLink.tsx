import type { EntityBrief } from '../../lib/model/card.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { words } from '../../lib/i18n/words.ts';
import { TypeShape } from '../parts/TypeShape.tsx';
import { addressOf } from './address.ts';

interface EntityLinkProps {
  readonly brief: EntityBrief;
  readonly onOpen: (id: EntityId) => void;
}

/** A name that leads to its own page. */
export const EntityLink = ({ brief, onOpen }: EntityLinkProps) => (
  <a
    class={`chip chip--link is-${brief.type}`}
    href={addressOf(brief.id)}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onOpen(brief.id);
    }}
  >
    <TypeShape type={brief.type} known={true} />
    <bdi>{brief.name}</bdi>
    <span class="unseen">, {words.type[brief.type].one}</span>
  </a>
);
