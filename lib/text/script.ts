/** Writing systems that news is written in; those that one page mixes by nature count as one. */
const scripts = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Ethiopic: /\p{Script=Ethiopic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Telugu: /\p{Script=Telugu}/gu,
  Gujarati: /\p{Script=Gujarati}/gu,
  Gurmukhi: /\p{Script=Gurmukhi}/gu,
  Kannada: /\p{Script=Kannada}/gu,
  Malayalam: /\p{Script=Malayalam}/gu,
  Sinhala: /\p{Script=Sinhala}/gu,
  Thai: /\p{Script=Thai}/gu,
  Lao: /\p{Script=Lao}/gu,
  Khmer: /\p{Script=Khmer}/gu,
  Myanmar: /\p{Script=Myanmar}/gu,
  'East Asian': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
} as const;
type Script = keyof typeof scripts;

const names = Object.keys(scripts) as Script[];
/** Scripts in which no space parts the words. */
const unspaced: ReadonlySet<Script> = new Set(['East Asian', 'Thai', 'Lao', 'Khmer', 'Myanmar']);

/** How much of a text is looked at, in UTF-16 units. */
const sample = 20_000;

/** The script that most letters of a text are in; null for a text without letters of any known script. */
export function mainScript(text: string): Script | null {
  const head = text.slice(0, sample);
  let best: Script | null = null;
  let most = 0;
  for (const name of names) {
    const count = head.match(scripts[name])?.length ?? 0;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

/** Whether the script's words have spaces between them. */
export const isSpaced = (script: Script | null): boolean => script === null || !unspaced.has(script);
