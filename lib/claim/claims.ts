import type { Claim, Quantity } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Steps } from '../model/steps.ts';
import type { TextDocument } from '../text/document.ts';
import { aboutOf } from './about.ts';
import type { Cast } from './cast.ts';
import type { CheckWorthiness } from './checkworthy.ts';
import { isMoney, unitIn } from '../model/money.ts';
import { type MoneyHome, moneyAtHome } from './quantity/national-money.ts';
import { isComparedTime } from './time/compared-time.ts';
import { endOfDateline } from './time/dateline.ts';
import { type DateReading, findDates } from './time/dates.ts';
import { judgeSentence, type Verdict } from './kinds.ts';
import { inOldYear, oldYears } from './time/long-ago.ts';
import { isRecordSince } from './time/record-since.ts';
import { findSaidOn } from './speaker/said-on.ts';
import { type Scene, setScene } from './scene.ts';
import { findVoices } from './speaker/speakers.ts';
import type { Voice } from './speaker/voice.ts';

export interface ClaimOptions {
  /** The article's date (YYYY-MM-DD), or null where unknown. */
  readonly day: string | null;
  /** ISO 3166-1 code of the outlet's country, or null where unknown: whose dollar is meant. */
  readonly country: string | null;
  readonly model: CheckWorthiness | null;
}

/** Claims of a text in reading order, at most one a sentence. Linear. */
export function* findClaims(document: TextDocument, cast: Cast, options: ClaimOptions): Steps<Claim[]> {
  const scene = setScene(document, cast);
  yield;
  const voices = yield* findVoices(scene);
  const claims: Claim[] = [];
  const years = oldYears(scene, options.day);
  for (const [i, voice] of voices.entries()) {
    yield;
    const verdict = judgeSentence(scene, voices, { at: i, model: options.model });
    if (verdict === null) continue;
    claims.push(claimOf(scene, { ...options, at: i, voice, verdict, years }));
  }
  return claims;
}

interface Judged extends ClaimOptions {
  readonly at: number;
  readonly voice: Voice;
  readonly verdict: Verdict;
  readonly years: ReturnType<typeof oldYears>;
}

function claimOf(scene: Scene, { at, voice, verdict, day, country, years }: Judged): Claim {
  const { document } = scene;
  const sentence = document.sentences[at] ?? { start: 0, end: 0 };
  const { kind, checkWorthiness } = verdict;
  const isSpoken = kind === 'quote' || kind === 'reported';
  const dates = findDates(scene.lexemesAt(at), day).map((date) => inOldYear(scene, years, date));
  const said = isSpoken && voice.frame !== null ? findSaidOn(scene, dates, voice.frame) : null;
  const { text } = document;
  const body = sentence.start + endOfDateline(text.slice(sentence.start, sentence.end));
  const isOwn = (date: DateReading): boolean =>
    date !== said && date.start >= body && !isRecordSince(text, date) && !isComparedTime(text, date);
  const when = dates.find(isOwn) ?? said;
  const teller = kind === 'reported' && voice.by === 'none' ? voice.teller : null;
  const speaker = isSpoken ? ((voice.speaker ?? teller)?.id ?? null) : null;
  return {
    start: sentence.start,
    end: sentence.end,
    kind,
    attribution: {
      speaker,
      source: isSpoken && voice.source !== null ? spanOf(scene, voice.source) : null,
      cue: isSpoken && voice.frame !== null ? spanOf(scene, voice.frame.cue) : null,
      quotes: kind === 'quote' ? quotesIn(scene, voice, sentence) : [],
      // Nobody is quoted before they speak.
      saidOn: said !== null && day !== null && said.from <= day ? said.from : null,
    },
    about: aboutOf(scene, { at, voice, speaker }),
    quantities: scene.quantitiesAt(at).map((one) => atHome(one, { country, text })),
    when: when === null ? null : { from: when.from, to: when.to },
    checkWorthiness,
    related: [],
  };
}

/** An amount in the money that the outlet, or else the text, means by its words. */
function atHome(quantity: Quantity, home: MoneyHome): Quantity {
  const { unit, span } = quantity;
  const own =
    isMoney(unit) && span !== undefined ? moneyAtHome(home.text.slice(span.start, span.end), unit, home) : unit;
  return { ...quantity, unit: unitIn(home.country, own) };
}

/** The passages in marks as far as they stand in the sentence. */
const quotesIn = (scene: Scene, voice: Voice, sentence: Span): Span[] =>
  voice.quotations.flatMap((i) => {
    const inner = scene.quotations[i]?.inner;
    if (inner === undefined) return [];
    const start = Math.max(inner.start, sentence.start);
    const end = Math.min(inner.end, sentence.end);
    return start < end ? [{ start, end }] : [];
  });

const spanOf = (scene: Scene, range: { readonly first: number; readonly end: number }): Span => ({
  start: scene.tokens[range.first]?.start ?? 0,
  end: scene.tokens[range.end - 1]?.end ?? 0,
});
