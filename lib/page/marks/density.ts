import { unreachable } from '../../model/result.ts';
import type { Density } from '../../model/settings.ts';
import type { Mark } from './mark.ts';

/** Check-worthiness from which on a claim is worth a mark without being asked for; one that differs always is. */
export const notable = 0.5;

export const isShown = (mark: Mark, density: Density): boolean => {
  if (mark.kind === 'figure') return true;
  switch (density) {
    case 'figures':
      return false;
    case 'notable':
      return mark.isDiffering || mark.checkWorthiness >= notable;
    case 'everything':
      return true;
    default:
      return unreachable(density);
  }
};
