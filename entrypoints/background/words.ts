import { anywhere } from '../../lib/i18n/en/anywhere.ts';
import { types } from '../../lib/i18n/en/types.ts';
import { language } from '../../lib/i18n/language.ts';
import { createWords } from '../../lib/i18n/messages.ts';

/** What the browser's menus and address bar say, under the keys of all the interface's text: to read that takes each start a while. */
export const words = createWords({ anywhere, type: types }, language);
