import { finder } from '../../lib/i18n/en/finder.ts';
import { language } from '../../lib/i18n/language.ts';
import { createWords } from '../../lib/i18n/messages.ts';

/** Apart from the interface's other text, which every card loads. */
export const finderWords = createWords({ finder }, language).finder;
