import { languageTag } from '../../lib/i18n/words.ts';

const format = new Intl.RelativeTimeFormat(languageTag, { numeric: 'always' });

/** "in 9 seconds", "in 2 hours": in the unit in which somebody would say it. */
export function waitWords(seconds: number): string {
  if (seconds < 90) return format.format(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? format.format(minutes, 'minute') : format.format(Math.round(minutes / 60), 'hour');
}
