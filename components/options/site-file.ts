import { failed, ok, type Result } from '../../lib/model/result.ts';
import { charactersOf, mostCharacters, type Reach, reaches, type SiteRules } from '../../lib/model/sites.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { sitePattern } from './site-name.ts';

export type Rules = Pick<SiteRules, 'reach' | 'sitesOn' | 'sitesOff'>;

/** The list cannot be taken; `line` counts from 1 and 0 stands for the whole. */
export type SiteFileFailure =
  | { readonly code: 'NotARule'; readonly line: number; readonly text: string }
  | { readonly code: 'TooLong'; readonly characters: number };

/** Characters of all lists of sites that are synced with the settings. */
export const takenBy = ({ sitesOn, sitesOff, memorySitesOff }: Settings): number =>
  charactersOf([sitesOn, sitesOff, memorySitesOff]);

/** Rules as a text that can be read, mended by hand and read in again: a rule a line. */
export const writeSiteFile = ({ reach, sitesOn, sitesOff }: Rules): string =>
  [
    '# Sidelight',
    `reach ${reach}`,
    ...sitesOn.map((site) => `on ${site}`),
    ...sitesOff.map((site) => `off ${site}`),
    '',
  ].join('\n');

const isReach = (word: string): word is Reach => reaches.some((reach) => reach === word);

/** Empty lines and lines that begin with `#` say nothing; a line without "on" or "off" is a site to leave alone. */
export const parseSiteFile = (text: string, before: Rules): Result<Rules, SiteFileFailure> => {
  let { reach } = before;
  const sites = { on: new Set<string>(), off: new Set<string>() };
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    const [, verb, rest = ''] = /^(?:(on|off|reach)\s+)?(.*)$/i.exec(words) ?? [];
    const what = verb?.toLowerCase() ?? 'off';
    if (what === 'reach' && isReach(rest)) {
      reach = rest;
      continue;
    }
    const pattern = what === 'reach' ? null : sitePattern(rest, verb === undefined ? 'refused' : 'taken');
    if (pattern === null) return failed({ code: 'NotARule', line: at + 1, text: words.slice(0, 80) });
    sites[what === 'on' ? 'on' : 'off'].add(pattern);
  }
  const [sitesOn, sitesOff] = [[...sites.on].toSorted(), [...sites.off].toSorted()];
  const characters = charactersOf([sitesOn, sitesOff]);
  return characters > mostCharacters ? failed({ code: 'TooLong', characters }) : ok({ reach, sitesOn, sitesOff });
};
