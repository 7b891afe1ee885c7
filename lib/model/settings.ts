import type { SiteRules } from './sites.ts';

export const densities = ['figures', 'notable', 'everything'] as const;
/** Which marks are painted: figures only, figures and notable claims, or all. */
export type Density = (typeof densities)[number];

export interface Settings extends SiteRules {
  readonly density: Density;
  /** Milliseconds that the pointer rests on a mark before its card opens. */
  readonly showDelay: number;
  /** Milliseconds that a card stays when the pointer has left it. */
  readonly hideDelay: number;
  /** Whether claims and figures met on pages are kept, on this machine. */
  readonly memory: boolean;
}

export const defaultSettings: Settings = {
  paused: false,
  reach: 'news',
  sitesOn: [],
  sitesOff: [],
  density: 'notable',
  showDelay: 150,
  hideDelay: 250,
  memory: true,
};
