import * as v from 'valibot';
import {
  type MemoryChoice,
  type Settings,
  defaultSettings,
  densities,
  memoryChoices,
  modifiers,
  openings,
  settingsKey,
  themes,
} from '../model/settings.ts';
import { reaches } from '../model/sites.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { nativeBrowser } from './native.ts';
import { fromShelves, isShelf, type Items, toShelves } from './site-shelves.ts';

/** Longest delay that still feels like hovering; what is stored beyond it is clamped by falling back. */
const delay = v.pipe(v.number(), v.minValue(0), v.maxValue(5_000));

/** Before the reader was asked, memory was a boolean that stood at `true`: only its `false` was anybody's choice. */
const earlierMemory = v.pipe(
  v.boolean(),
  v.transform((on): MemoryChoice => (on ? 'unasked' : 'off')),
);

const { lookUp } = defaultSettings;
/** Of a wiki: its scheme and host count. */
const place = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((text) => /^https?:\/\//iu.test(text) && URL.canParse(text)),
);

/** The browser did not take a change. */
interface NotStored {
  readonly code: 'NotStored';
}

/** A field that does not parse falls back to its default on its own: one broken field must not lose the others. */
const settingsSchema = v.object({
  paused: v.fallback(v.boolean(), defaultSettings.paused),
  reach: v.fallback(v.picklist(reaches), defaultSettings.reach),
  sitesOn: v.fallback(v.array(v.string()), () => [...defaultSettings.sitesOn]),
  sitesOff: v.fallback(v.array(v.string()), () => [...defaultSettings.sitesOff]),
  theme: v.fallback(v.picklist(themes), defaultSettings.theme),
  contrast: v.fallback(v.picklist(['auto', 'more']), defaultSettings.contrast),
  textSize: v.fallback(v.pipe(v.number(), v.minValue(50), v.maxValue(300)), defaultSettings.textSize),
  opening: v.fallback(v.picklist(openings), defaultSettings.opening),
  modifier: v.fallback(v.picklist(modifiers), defaultSettings.modifier),
  badge: v.fallback(v.boolean(), defaultSettings.badge),
  density: v.fallback(v.picklist(densities), defaultSettings.density),
  showDelay: v.fallback(delay, defaultSettings.showDelay),
  hideDelay: v.fallback(delay, defaultSettings.hideDelay),
  memory: v.fallback(v.union([v.picklist(memoryChoices), earlierMemory]), defaultSettings.memory),
  memorySitesOff: v.fallback(v.array(v.string()), () => [...defaultSettings.memorySitesOff]),
  keepDays: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(36_500))), defaultSettings.keepDays),
  lookUp: v.fallback(
    v.object({
      automatic: v.fallback(v.boolean(), lookUp.automatic),
      wikipedia: v.fallback(place, lookUp.wikipedia),
      wikidata: v.fallback(place, lookUp.wikidata),
    }),
    lookUp,
  ),
});

const parseSettings = (stored: unknown): Settings => {
  const parsed = v.safeParse(settingsSchema, stored);
  return parsed.success ? parsed.output : defaultSettings;
};

/** Total: whatever is stored in the synced area, settings come out. */
export const settingsIn = (items: Items): Settings => fromShelves(parseSettings(items[settingsKey]), items);

/** All that is stored in the synced area is the settings'. */
const readItems = (): Promise<Items> => nativeBrowser.storage.sync.get(null);

export const readSettings = async (): Promise<Settings> => settingsIn(await readItems());

/** Calls back at each change until the signal aborts; not with the state at the start. */
export const watchSettings = (onChange: (settings: Settings) => void, signal: AbortSignal): void => {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area !== 'sync' || !Object.keys(changes).some((key) => key === settingsKey || isShelf(key))) return;
    // A script that has outlived its extension asks in vain.
    void readSettings().then(
      (settings) => {
        if (!signal.aborted) onChange(settings);
      },
      () => {},
    );
  };
  nativeBrowser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => nativeBrowser.storage.onChanged.removeListener(listener), { once: true });
};

/**
 * Merges the patch into what is stored at that moment and answers the result. What another device with a later version has
 * stored there and this one does not understand stays as it is. Fails where the browser takes no more: it syncs so many bytes
 * in all and so many changes a minute.
 */
export const changeSettings = async (patch: Partial<Settings>): Promise<Result<Settings, NotStored>> => {
  const before = await readItems();
  const settings = { ...settingsIn(before), ...patch };
  const { own, shelved } = toShelves(settings, before);
  const { sitesOn, sitesOff, memorySitesOff } = own;
  const kept = { ...(before[settingsKey] as Items | undefined), ...patch, sitesOn, sitesOff, memorySitesOff };
  try {
    await nativeBrowser.storage.sync.set({ [settingsKey]: { ...own, ...kept }, ...shelved });
    return ok(settings);
  } catch {
    return failed({ code: 'NotStored' });
  }
};
