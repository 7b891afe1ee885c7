import type { JSX } from 'preact';
import type { EntityType } from '../../lib/model/entity.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma } from '../words.ts';
import './TypeShape.css';

/** Drawn in a 12 by 12 box, so that all shapes weigh alike to the eye. */
export const typeOutlines: Record<EntityType, JSX.Element> = {
  person: <circle cx="6" cy="6" r="4.6" />,
  organisation: <rect x="1.8" y="1.8" width="8.4" height="8.4" rx="0.8" />,
  place: <path d="M6 1.3 11 10.4H1Z" />,
  event: <path d="M6 .6 11.4 6 6 11.4.6 6Z" />,
  work: <path d="M2.600 1h6.800v10L6 8.400 2.600 11Z" />,
  product: <path d="M6 .8 10.600 3.400v5.200L6 11.200 1.400 8.600V3.400Z" />,
  law: <path d="M1.600 1.400h8.800v4.200c0 2.800-1.700 4.700-4.400 5.800-2.700-1.100-4.400-3-4.400-5.800Z" />,
  nationality: <path d="M2.200 11V1.200h8L8.400 4.100l1.800 2.900H2.900" />,
  other: <path d="M4.200 1.400h3.600v2.800h2.800v3.600H7.800v2.800H4.200V7.800H1.400V4.200h2.800Z" />,
};

interface TypeShapeProps {
  readonly type: EntityType;
  /** Filled where the store knows the figure, an outline where it does not. */
  readonly known: boolean;
}

/** The mark of a type: shape and colour say the same, so that neither is needed alone. The type is told in words beside it. */
export const TypeShape = ({ type, known }: TypeShapeProps) => (
  <svg class={`shape is-${type}`} data-known={known} viewBox="0 0 12 12" aria-hidden="true">
    {typeOutlines[type]}
  </svg>
);

/** The type in words for who cannot see its shape, between a name and what is said of it. */
export const TypeSpoken = ({ type }: Pick<TypeShapeProps, 'type'>) => (
  <span class="unseen">
    {comma}
    {words.type[type].one}
    {comma}
  </span>
);
