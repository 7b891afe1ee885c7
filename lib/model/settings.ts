export const densities = ['figures', 'notable', 'everything'] as const;
/** Which marks are painted: figures only, figures and notable claims, or all. */
export type Density = (typeof densities)[number];

export interface Settings {
  /** Paused on every site. */
  readonly paused: boolean;
  /** Host names on which Sidelight stays off. */
  readonly sitesOff: readonly string[];
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
  sitesOff: [],
  density: 'notable',
  showDelay: 150,
  hideDelay: 250,
  memory: true,
};

/** Whether the reader switched Sidelight off for a host: "example.org" also covers "news.example.org". */
export const isSiteOff = ({ sitesOff }: Pick<Settings, 'sitesOff'>, host: string | null): boolean =>
  host !== null && sitesOff.some((site) => host === site || host.endsWith(`.${site}`));
