import { languageTag } from '../../lib/i18n/words.ts';

const moment = new Intl.DateTimeFormat(languageTag, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment, to the minute. */
export const whenWords = (at: number): string => moment.format(at);
