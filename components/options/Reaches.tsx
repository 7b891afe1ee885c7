import { words } from '../../lib/i18n/words.ts';
import { type Reach, reaches } from '../../lib/model/sites.ts';
import { Picks } from '../parts/Picks.tsx';

interface ReachesProps {
  readonly value: Reach;
  readonly onChange: (reach: Reach) => void;
}

/** Which pages are read at all. */
export const Reaches = ({ value, onChange }: ReachesProps) => (
  <Picks
    label={words.options.reach}
    options={reaches.map((reach) => ({ value: reach, ...words.reach[reach] }))}
    value={value}
    onChange={onChange}
  />
);
