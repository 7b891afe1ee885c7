import type { Entity } from '../model/entity.ts';

/** What news tells apart by its words where places share a name: Georgia and Georgia, Washington and Washington. */
export type PlaceKind = 'country' | 'state' | 'city';

/**
 * Letters are not told from other marks here: with their classes, and with case that reaches beyond ASCII, a browser takes
 * milliseconds to make ready what looks at a few words.
 */
const kinds: readonly (readonly [PlaceKind, RegExp])[] = [
  ['state', /^(?:an? |the )?(?:[^\s\d,;:()]+ )?(?:state|province|territory) (?:of|in) /i],
  [
    'city',
    /^(?:an? |the )?(?:[^\s\d.,;:()]+ ){0,2}(?:capital|city|town|village|borough|municipality|seat of government)\b/i,
  ],
  ['country', /\b(?:country|sovereign state|republic|kingdom|island nation)\b/i],
];

/** By the first words of its description ("State of Australia", "Largest city of China"); null for any other place. */
export const kindOfPlace = ({ type, description }: Entity): PlaceKind | null =>
  type === 'place' ? (kinds.find(([, pattern]) => pattern.test(description))?.[0] ?? null) : null;

interface Cue {
  readonly kind: PlaceKind;
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Offices, bodies and events that only one kind of place has, in the words right beside its name. */
const cues: readonly Cue[] = [
  {
    kind: 'state',
    before:
      /\b(?:(?:governor|gov\.|attorney general|secretary of state|legislature|supreme court|state|senators?|members of congress|lawmakers?|voters|counties) (?:of|for|from|in)|(?:Democrat|Republican),? (?:of|from)|(?:Sens?\.|Senators?|Reps?\.|Gov\.|Governor) (?:[^\s\d,;:()"“”]+ ){1,4}(?:of|from)|(?:upstate|eastern|western|rural|statewide in)) (?:the )?$/i,
    after:
      /^(?:['’]s)? (?:state\b(?! (?:department|media|television|TV|visit|news))|governor|Gov\.|lieutenant governor|Lt\. Gov|(?:state )?legislature|statehouse|attorney general|secretary of state|Senate (?:race|seat|runoff)|county\b|senators?\b)|^, (?:the|an?) (?:[^\s.,;:()]+ ){0,4}state\b/i,
  },
  {
    kind: 'city',
    before:
      /\b(?:(?:mayor|city|suburbs?|outskirts|streets|borough) (?:of|in)|(?:embassy|ambassador|conference|summit|talks) in|(?:downtown|midtown|central|inner)) $/i,
    after:
      /^(?:['’]s)? (?:mayor|city (?:council|hall)|police (?:commissioner|chief|department)|subway|suburbs?|borough)\b/i,
  },
  {
    kind: 'country',
    before:
      /\b(?:(?:prime minister|president|foreign minister|foreign ministry|parliament|government|ambassador|embassy|(?:ex-|former )?(?:Soviet )?republic|nation|country|invasion|troops|army|border) (?:of|to|in|into|with)|invaded|invade|annexed) $/i,
    after:
      /^(?:['’]s)? (?:prime minister|president|foreign min|defen[cs]e min|parliament|government|army|troops|military|ambassador|embassy|accession|war of independence|(?:hopes|bid|application|plan|wish|path|ambition)s? (?:of joining|to join|for|to) (?:the )?(?:European Union|EU|NATO)|foreign\b)|^, (?:the|an?) (?:[^\s.,;:()]+ ){0,4}(?:country|nation)\b(?!['’])/i,
  },
];

/** How far beside a name its cues stand, and how far the weaker ones; in UTF-16 units. */
const beside = 60;
const around = 160;

/** What is at home in the states of the United States, and tells little by itself. */
const ofStates =
  /\b(?:Sens?\.|[Ss]enators?|[Gg]overnor|Gov\.|Lt\. Gov|[Ll]egislature|[Ss]tatehouse|[Cc]ounty|[Ss]heriff|[Dd]istrict [Aa]ttorney|GOP|Republicans?|Democrats?|Democratic)\b/u;

export interface KindCues {
  /** The kinds that words right beside one of its mentions tell. */
  readonly beside: ReadonlySet<PlaceKind>;
  /** Whether offices of states are near. */
  readonly nearStates: boolean;
}

export const noCues: KindCues = { beside: new Set(), nearStates: false };

export function cuesAt(text: string, start: number, end: number): KindCues {
  const before = text.slice(Math.max(0, start - beside), start);
  const after = text.slice(end, end + beside);
  const told = cues.filter((cue) => cue.before.test(before) || cue.after.test(after)).map(({ kind }) => kind);
  return {
    beside: new Set(told),
    nearStates: ofStates.test(text.slice(Math.max(0, start - around), end + around)),
  };
}
