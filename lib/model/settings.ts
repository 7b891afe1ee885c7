import { coversPage, type SiteRules } from './sites.ts';
import { type LookUpPlaces, usualPlaces } from './look-up.ts';

export const densities = ['figures', 'notable', 'everything'] as const;
/** Which marks are painted: figures only, figures and notable claims, or all. */
export type Density = (typeof densities)[number];

export const memoryChoices = ['unasked', 'on', 'off'] as const;
/** Whether what is read may be kept; nothing is until the reader has said yes. */
export type MemoryChoice = (typeof memoryChoices)[number];
export const openings = ['hover', 'modifier', 'click'] as const;
/** What opens a card: resting on a mark, resting on it with a key held, or a press. A tap of a finger always does. */
export type Opening = (typeof openings)[number];

export const modifiers = ['alt', 'control', 'shift'] as const;
export type Modifier = (typeof modifiers)[number];

export const themes = ['auto', 'light', 'dark'] as const;
/** `auto`: cards as the page that they stand on, everything else as the system. */
export type Theme = (typeof themes)[number];

/** In per cent of the browser's own size of text. */
export const textSizes = [90, 100, 115, 130, 150] as const;

export interface Appearance {
  readonly theme: Theme;
  /** `auto`: as the system asks. */
  readonly contrast: 'auto' | 'more';
  /** Per cent, from 50 to 300. */
  readonly textSize: number;
}

/** Under which all settings are stored: as one, so that a change arrives whole. Only long lists of sites lie beside it. */
export const settingsKey = 'settings';

export interface Settings extends SiteRules, Appearance {
  readonly opening: Opening;
  /** The key that is held where `opening` asks for one. */
  readonly modifier: Modifier;
  readonly density: Density;
  /** Whether the toolbar button tells how many names the page has. */
  readonly badge: boolean;
  /** Milliseconds that the pointer rests on a mark before its card opens. */
  readonly showDelay: number;
  /** Milliseconds that a card stays when the pointer has left it. */
  readonly hideDelay: number;
  /** Whether claims and figures met on pages are kept, on this machine. */
  readonly memory: MemoryChoice;
  /** Host names whose pages are read but never kept. */
  readonly memorySitesOff: readonly string[];
  /** Days after its last reading for which a page is kept; null keeps it until it is forgotten by hand. */
  readonly keepDays: number | null;
  readonly lookUp: LookUpSettings;
}

export interface LookUpSettings extends LookUpPlaces {
  /** Whether a card looks up by itself what the store does not know. */
  readonly automatic: boolean;
}

export const defaultSettings: Settings = {
  paused: false,
  reach: 'news',
  sitesOn: [],
  sitesOff: [],
  theme: 'auto',
  contrast: 'auto',
  textSize: 100,
  opening: 'hover',
  modifier: 'alt',
  density: 'notable',
  badge: false,
  showDelay: 150,
  hideDelay: 250,
  memory: 'unasked',
  memorySitesOff: [],
  keepDays: null,
  lookUp: { automatic: false, ...usualPlaces },
};

/** Whether the reader lets what stands at an address be kept. */
export const isKeptAt = (
  { memory, memorySitesOff }: Pick<Settings, 'memory' | 'memorySitesOff'>,
  address: string,
): boolean => memory === 'on' && !memorySitesOff.some((pattern) => coversPage(pattern, address));
