// By its file: Node has a part of the same name that is going.
import { decode } from 'punycode/punycode.es6.js';

/**
 * Scripts in which a name may be shown in its own letters, each alone. Letters that only a close look tells from those of
 * ASCII are not among them (a dotless i, dots below).
 */
const scripts: readonly RegExp[] = [
  /^[a-zß-öø-ÿāăąćčďđēęěğģīįķļłńņňőœŕřśşšţťūůűųźżžșț]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
  /^\p{Script=Hangul}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Devanagari}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Georgian}+$/u,
];

/** Scripts with many letters that look like Latin ones: a name needs one that does not. */
const alike: readonly (readonly [all: RegExp, telling: RegExp])[] = [
  [/^[а-яёђєѓіїјљњћќўџґ]+$/u, /[бджзийлфцчшщъэюяёђєѓїљњћќўџґ]/u],
  [/^[α-ωάέήίόύώϊϋΐΰ]+$/u, /[βδζθλξπσφψω]/u],
];

/** Whether letters of one label stand together that no reader takes for others. */
const isPlain = (label: string): boolean => {
  const letters = label.replace(/[\d-]/g, '');
  if (letters === '' || label !== label.normalize('NFKC').toLowerCase()) return false;
  return (
    scripts.some((script) => script.test(letters)) ||
    alike.some(([all, telling]) => all.test(letters) && telling.test(letters))
  );
};

/** Labels of host names are no longer; anything longer would be no name, and cost too much. */
const longest = 63;

/** The letters of a label after its "xn--"; null where it is no such label. */
const decoded = (label: string): string | null => {
  if (label.length > longest) return null;
  try {
    return decode(label);
  } catch {
    return null;
  }
};

/**
 * A host name, or a pattern of one, as its readers write it: "xn--bcher-kva.example" is "bücher.example". Stays as it is
 * where a label mixes scripts or could be taken for another name.
 */
export const readableHost = (host: string): string => {
  if (!host.includes('xn--')) return host;
  const labels: string[] = [];
  for (const label of host.split('.')) {
    const readable = label.startsWith('xn--') ? decoded(label.slice(4)) : label;
    if (readable === null || (readable !== label && !isPlain(readable))) return host;
    labels.push(readable);
  }
  return labels.join('.');
};

/** The same of a pattern with folders: "xn--bcher-kva.example/neu". */
export const readableSite = (pattern: string): string => {
  const slash = pattern.indexOf('/');
  return slash < 0 ? readableHost(pattern) : readableHost(pattern.slice(0, slash)) + pattern.slice(slash);
};
