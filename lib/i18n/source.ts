import { anywhere } from './en/anywhere.ts';
import { card } from './en/card.ts';
import { data } from './en/data.ts';
import { facts } from './en/facts.ts';
import { evidence } from './en/evidence.ts';
import { finder } from './en/finder.ts';
import { general } from './en/general.ts';
import { library } from './en/library.ts';
import { lookUp } from './en/look-up.ts';
import { memory } from './en/memory.ts';
import { options } from './en/options.ts';
import { packFailure } from './en/pack-failure.ts';
import { packs } from './en/packs.ts';
import { panel } from './en/panel.ts';
import { wrongName } from './en/wrong-name.ts';
import { reasons } from './en/reasons.ts';
import { safety } from './en/safety.ts';
import { saveClaim } from './en/save-claim.ts';
import { sync } from './en/sync.ts';
import { tag } from './en/tag.ts';
import { welcome } from './en/welcome.ts';

/**
 * The interface's text in English, the language in which it is written first. Each surface has a file of its own; the
 * other languages are in `locales/`, a file each, by the keys that `flatten` gives (`panel_tabs`, `count_claims_one`).
 */
export const source = {
  languageTag: tag,
  ...general,
  card,
  panel,
  options,
  packs,
  packFailure,
  library,
  lookUp,
  wrongName,
  saveClaim,
  data,
  facts,
  reasons,
  safety,
  sync,
  welcome,
  anywhere,
  finder,
  memory,
  evidence,
} as const;
