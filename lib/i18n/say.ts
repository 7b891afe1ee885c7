import { language } from './language.ts';
import { speak } from './messages.ts';

/** Says in the language of the interface what is written in English, under the path at which catalogues have it. */
export const say = /* @__PURE__ */ speak(language);
