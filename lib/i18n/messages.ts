/** Messages of the interface: how they are written, and what type each becomes. Pure. */

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A message that depends on its `{count}`, with a form for each plural category of its language (Unicode CLDR). */
export interface Plural<Forms extends PluralForms = PluralForms> {
  readonly forms: Forms;
}

/** Names in braces are filled in: `{ one: '{count} claim', other: '{count} claims' }`. */
export const plural = <const Forms extends PluralForms>(forms: Forms): Plural<Forms> => ({ forms });

/** A source of messages, in groups of any depth; keys are letters and digits. */
export interface Messages {
  readonly [key: string]: string | Plural | Messages;
}

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

/** What fills a slot; numbers are written as the language writes them. */
type Values<Names extends string> = { readonly [Name in Names]: string | number };

/** A message without slots is its text, one with slots a function of their values. */
export type Words<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? [Slots<Source[Key]>] extends [never]
      ? string
      : (values: Values<Slots<Source[Key]>>) => string
    : Source[Key] extends Plural<infer Forms>
      ? (values: { readonly count: number } & Values<Exclude<Slots<Forms['other']>, 'count'>>) => string
      : Words<Source[Key]>;
};

export const isPlural = (message: string | Plural | Messages): message is Plural =>
  typeof message === 'object' && 'forms' in message && typeof message.forms === 'object' && 'other' in message.forms;

const slot = /\{(\w+)\}/g;

/** The names in braces, in their order. */
export const slotsOf = (text: string): string[] => [...text.matchAll(slot)].map(([, name = '']) => name);

/** The key under which a browser finds a message: its path, and for a plural its category. */
export const keyOf = (path: readonly string[]): string => path.join('_');

/** Every message with its key, groups and plurals taken apart. */
export const flatten = (source: Messages, path: readonly string[] = []): [key: string, text: string][] =>
  Object.entries(source).flatMap(([name, message]): [string, string][] => {
    const here = [...path, name];
    if (typeof message === 'string') return [[keyOf(here), message]];
    if (!isPlural(message)) return flatten(message, here);
    return Object.entries(message.forms).map(([category, text]) => [keyOf([...here, category]), text]);
  });

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const isRightToLeft = (text: string): boolean => rightToLeft.test(text);
/** Also what hyphens join: "2024-05" would be read from behind. */
const isLeftToRight = (text: string): boolean => new RegExp(`(?!${rightToLeft.source})\\p{L}|\\d-\\d`, 'u').test(text);

/**
 * Keeps a text that runs against the language around it from pulling what stands beside it to its side: between the
 * signs that isolate it (U+2068, U+2069; Unicode's bidirectional algorithm).
 */
const apart = (text: string, tag: string): string => {
  const runsAgainst = /^(?:ar|fa|he|ur)\b/.test(tag) ? isLeftToRight(text) : isRightToLeft(text);
  return runsAgainst ? `\u2068${text}\u2069` : text;
};

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** The text under a key, null where the language lacks it. */
  readonly find: (key: string) => string | null;
}

/** Says sources in a language, each under a path of its keys; what the language lacks stands in the source's own words. */
export const speak = ({ tag, find }: Language) => {
  const numbers = new Intl.NumberFormat(tag);
  const categories = new Intl.PluralRules(tag);
  const shown = (value: string | number | undefined): string =>
    typeof value === 'number' ? numbers.format(value) : apart(value ?? '', tag);
  const fill = (text: string, values: Values<string>): string =>
    text.replaceAll(slot, (_, name: string) => shown(values[name]));

  const say = (message: string | Plural | Messages, path: readonly string[]): unknown => {
    if (typeof message === 'string') {
      const text = find(keyOf(path)) ?? message;
      return slotsOf(message).length === 0 ? text : (values: Values<string>) => fill(text, values);
    }
    if (!isPlural(message)) return group(message, path);
    const forms: Readonly<Record<string, string | undefined>> = message.forms;
    return (values: Values<string>) => {
      const category = categories.select(Number(values['count']));
      const text = find(keyOf([...path, category])) ?? find(keyOf([...path, 'other']));
      return fill(text ?? forms[category] ?? message.forms.other, values);
    };
  };
  // Each is looked up when it is asked for first: a page says few of them.
  const group = (messages: Messages, path: readonly string[]): object => {
    const said = {};
    for (const [name, message] of Object.entries(messages)) {
      const get = (): unknown => {
        const value = say(message, [...path, name]);
        Object.defineProperty(said, name, { value, enumerable: true });
        return value;
      };
      Object.defineProperty(said, name, { get, enumerable: true, configurable: true });
    }
    return said;
  };
  return <const Source extends Messages>(path: readonly string[], source: Source): Words<Source> =>
    group(source, path) as Words<Source>;
};

/** The messages of a whole source in a language. */
export const createWords = <const Source extends Messages>(source: Source, language: Language): Words<Source> =>
  speak(language)([], source);
