/** What stands around a headline in words: when the article appeared, and who wrote it. */
import { type DayOrder, findDate } from './dates.ts';
import { namesOf } from '../text/clutter.ts';
import { parentElementOf } from '../text/flat-tree.ts';
import type { Line } from '../text/lines.ts';
import { parseAuthors } from './author-names.ts';
import { endsAsSentence, isByline } from '../text/phrases.ts';

export interface Byline {
  /** Short lines before, between and after headline and first paragraph, in the order of the page. */
  readonly lines: readonly string[];
  /** What the page's own markup there calls an author. */
  readonly names: readonly string[];
}

export const noByline: Byline = { lines: [], names: [] };

/** Lines above a headline that may be of its article. */
const above = 3;
/** Lines below it before its text begins, and of that text: a long line of dates may pass for a paragraph. */
const below = 16;
const ofText = 2;
/** Lines right before the text that are looked at however many buttons stand above them. */
const beforeText = 4;
const longest = 160;

const ofAuthors = /\b(?:byline|authors?|writers?|reporter|journalist|autore?s?|auteurs?|autorin|firma|signature)\b/;
const ofOthers = /\b(?:bio|avatar|image|photo|social|follow|more|info|desc|description|title|role|related)\b/;

const isCalledAuthor = (element: Element): boolean => {
  const names = namesOf(element);
  return ofAuthors.test(names) && !ofOthers.test(names);
};

/** Texts of the line in the innermost elements that are called after an author. */
const namesIn = ({ nodes, region }: Line): readonly string[] => {
  const named = new Map<Element, string>();
  for (const node of nodes) {
    let at: Element | null = node?.parentElement ?? null;
    while (at && at !== region.element && !isCalledAuthor(at)) at = parentElementOf(at);
    const block = region.parent;
    if (at === region.element && !isCalledAuthor(at))
      at = block && isCalledAuthor(block.element) ? block.element : null;
    if (at && node) named.set(at, (named.get(at) ?? '') + node.data);
  }
  return [...named.values()];
};

/** Parts of a line that only a style sheet sets apart, or a break, have two spaces between them. */
const partsOf = ({ nodes }: Line): string => {
  let text = '';
  let before: Element | null = null;
  for (const node of nodes) {
    const next: string = node === null ? '' : node.data.replace(/\s+/gu, ' ');
    const isApart = node === null || (before !== null && before !== node.parentElement && /\S$/u.test(text));
    if (text !== '' && isApart && !next.startsWith(' ')) text += '  ';
    text += next;
    before = node?.parentElement ?? null;
  }
  return text.trim();
};

/** Lines around the headline at index `at` (-1 without one) whose article's text begins at `first`. */
export const readByline = (lines: readonly Line[], at: number, first: number): Byline => {
  const near = lines.slice(Math.max(0, at < 0 ? first - above * 2 : at - above), first + ofText);
  const article = lines[at]?.region.element.closest('article,main,[role="main"]') ?? null;
  const most = below + above;
  const nearest = [...near.slice(0, most), ...near.slice(Math.max(most, near.length - ofText - beforeText))];
  const own = nearest.filter((line, index) => {
    const isAbove = at >= 0 && index < Math.min(at, above);
    if (index === Math.min(at, above) || line.length > longest) return false;
    const { element } = line.region;
    if (element.closest('nav,footer,aside,li li,[class*="comment"]')) return false;
    // What a table says of its subject.
    if (element.closest('tr')?.querySelector(':scope > th')) return false;
    return (
      !isAbove || (element.closest('header,[role="banner"]') ?? article) === article || isHeaderOf(element, article)
    );
  });
  return { lines: own.map(partsOf), names: own.flatMap(namesIn).filter((name) => name.trim().length < longest / 2) };
};

/** A header within the article is its own; that of the page has the date of today. */
const isHeaderOf = (element: Element, article: Element | null): boolean =>
  article !== null && element.closest('header')?.parentElement?.closest('article,main,[role="main"]') === article;

const changed =
  /(?:updated?|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|обновлен\p{L}*|изменен\p{L}*|оновлен\p{L}*|змінен\p{L}*|تحديث|عودكن|עודכן|更新)[^|•·]{0,40}$/iu;
/** Words that stand before a date in the line of a date. */
const beforeDates =
  /^(?:(?:first|originally|also|date|on|at|the|of|in|published|posted|created|written|issued|released|am|um|vom|den|der|le|la|el|les|il|op|em|à|a|veröffentlicht|erschienen|stand|datum|uhr|publiée?|paru|publicad[oa]|publicación|fecha|pubblicato|gepubliceerd|дата|публикации|публікації|опубликовано|опубліковано|создано|размещено|פורסם|בתאריך|נשר|نُشر|نشر|نشرت|النشر|تاريخ|في|بتاريخ|发布时间|发布|发表于|时间|日期)[\s.:：]*)*$/iu;

let weekdays: ReadonlySet<string> | null = null;
const weekdaysInWords = (): ReadonlySet<string> => {
  if (weekdays) return weekdays;
  const names = new Set<string>();
  for (const language of 'en de fr es it pt nl pl cs sv da nb fi tr ro hu el ru uk ar he'.split(' '))
    for (const weekday of ['long', 'short'] as const) {
      // Made once for all seven: to make one takes the better part of a millisecond.
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1)
        names.add(
          format
            .format(Date.UTC(2023, 4, day))
            .toLowerCase()
            .replace(/\.$/, ''),
        );
    }
  weekdays = names;
  return names;
};

/** "By" in capitals or before a colon, and its like, as bylines have it. */
const by =
  /(?:^|[^\p{L}\s]\s*|\s)(?:(?:(?:Written|Posted|Reported|Words|Story|Text)\s+by|(?:Written|Posted) By|By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Автор(?:и|ы)?|Текст|Автори|كتب(?:ت)?|بقلم|تحرير|מאת)(?=[\s:：])|作者|记者|記者|文\s*(?=[/／|]))\s*[:：/／|]?\s*|(?<=\d\s)by\s+/u;

/** A date in a line that says nothing else, or has it behind a mark of its own. */
const dateIn = (line: string, order: DayOrder): string | null => {
  if (endsAsSentence(line) && !isByline(line)) return null;
  const found = findDate(line, order);
  if (!found) return null;
  const before = line.slice(0, found.start);
  if (changed.test(before)) {
    const rest = line.slice(found.end);
    return rest.length < line.length ? dateIn(rest, order) : null;
  }
  const [last = ''] = before.split(/[|•·–—/,;()]|\s-\s|\s{2,}/u).slice(-1);
  const words = last
    .trim()
    .split(/\s+/u)
    .filter((word) => !weekdaysInWords().has(word.toLowerCase().replace(/[.]$/u, '')));
  return beforeDates.test(words.join(' ')) || by.test(last) || !/\p{L}/u.test(last) ? found.date : null;
};

export const dateOf = ({ lines }: Byline, order: DayOrder): string | null => {
  for (const line of lines) {
    const date = dateIn(line, order);
    if (date !== null) return date;
  }
  return null;
};

/** A name of people in a script with capitals has two words that bear them. */
const isName = (name: string): boolean =>
  /\p{Lo}/u.test(name)
    ? /^\p{Lo}[\p{Lo}\p{M}'’׳ -]{1,40}$/u.test(name)
    : /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’-]+){0,3}\s\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(name) &&
      !beforeDates.test(name.split(' ')[0] ?? '') &&
      !changed.test(name);

export const authorsOf = ({ lines, names }: Byline): readonly string[] => {
  const marked = parseAuthors([...new Set(names.map((name) => name.replace(by, ' ').trim()))]).filter(isName);
  if (marked.length > 0) return marked;
  for (const line of lines) {
    const label = by.exec(line);
    if (!label || endsAsSentence(line)) continue;
    const [rest = ''] = line.slice(label.index + label[0].length).split(/\s*[|•·–—（(]|\s-\s|\s{2,}|\d/u);
    const authors = parseAuthors([rest]).filter(isName);
    if (authors.length > 0) return authors;
  }
  return [];
};
