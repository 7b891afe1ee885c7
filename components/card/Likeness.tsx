import { useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity.ts';
import { words } from '../../lib/i18n/words.ts';
import { TypeShape } from '../parts/TypeShape.tsx';
import { monogramOf } from './monogram.ts';
import type { Portrait } from './portrait.ts';
import './Likeness.css';

const lettered: ReadonlySet<EntityType> = new Set(['person', 'organisation']);

const Monogram = ({ name, type, standing }: Portrait) => {
  const known = standing === 'known';
  const letters = lettered.has(type) ? monogramOf(name) : '';
  return (
    <span class={`monogram monogram--${type}`} data-known={known} data-letters={letters.length} aria-hidden="true">
      {letters === '' ? <TypeShape type={type} known={known} /> : letters}
    </span>
  );
};

interface LikenessProps {
  readonly portrait: Portrait;
  /** Address of the picture; null as long as it is not here. */
  readonly picture: string | null;
}

/**
 * What a figure is known by at a glance: its picture where a look-up brought one, else its initials or the shape of its
 * type, which also hold a picture's room until it is here, and where it cannot be shown.
 */
export const Likeness = ({ portrait, picture }: LikenessProps) => {
  const [broken, setBroken] = useState<string | null>(null);
  if (portrait.picture === null) return <Monogram {...portrait} />;
  return (
    <span class={`likeness likeness--${portrait.type}`}>
      <Monogram {...portrait} />
      {picture === null || picture === broken ? null : (
        <img
          src={picture}
          alt={words.card.pictureOf({ name: portrait.name })}
          draggable={false}
          onError={() => setBroken(picture)}
        />
      )}
    </span>
  );
};
