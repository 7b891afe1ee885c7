import { general } from './en/general.ts';
import { say } from './say.ts';

/**
 * All that the interface says, as `words.sync.title`. A page loads the text of those surfaces alone that its code names so:
 * whoever takes `words` apart, or looks into it by a name that is told at run time, has it load everything.
 */
export { anywhere } from './said/anywhere.ts';
export { card } from './said/card.ts';
export { data } from './said/data.ts';
export { evidence } from './said/evidence.ts';
export { facts } from './said/facts.ts';
export { finder } from './said/finder.ts';
export { library } from './said/library.ts';
export { lookUp } from './said/look-up.ts';
export { memory } from './said/memory.ts';
export { options } from './said/options.ts';
export { packFailure } from './said/pack-failure.ts';
export { packs } from './said/packs.ts';
export { panel } from './said/panel.ts';
export { reasons } from './said/reasons.ts';
export { safety } from './said/safety.ts';
export { saveClaim } from './said/save-claim.ts';
export { sync } from './said/sync.ts';
export { welcome } from './said/welcome.ts';
export { wrongName } from './said/wrong-name.ts';
export const {
  product,
  technical,
  extension,
  command,
  type,
  kind,
  reach,
  opening,
  modifier,
  theme,
  density,
  count,
  mentionOf,
  paragraph,
  showAll,
  showFewer,
  quoteOpen,
  quoteClose,
  notInStore,
  noSourceNamed,
  loading,
  failed,
  retry,
  back,
  close,
  stop,
  clear,
  add,
  source,
  here,
  thisArticle,
  untitled,
  today,
  figures,
  claims,
  marks,
  pauseAll,
  unsaved,
  settings,
} = say([], general);
