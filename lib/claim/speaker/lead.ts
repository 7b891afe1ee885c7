import type { Cluster } from '../../model/mention.ts';
import { plainAt, type Scene } from '../scene.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import type { Discourse } from './discourse.ts';
import { isHeadline } from './headlines.ts';
import { hasOtherTrade } from './office.ts';
import { mayBePerson } from './stranger.ts';
import type { Voice } from './voice.ts';

/** A lead's nameless speaker, waiting for a name. */
export interface Lead {
  /** The first sentence, and another below a line without a point ("Firm's boss tells MPs …"). */
  readonly voices: readonly number[];
  readonly noun: string;
}

interface LeadState {
  readonly lead: Lead | null;
  /** Voices so far; the lead's own is replaced once it has a name. */
  readonly voices: Voice[];
  readonly at: number;
  readonly named: Cluster | null;
  readonly source: NounPhrase | null;
}

/** How many sentences from the start may speak of somebody whom the next ones name, and how far the name may be. */
const leadSentences = 4;
const leadReach = 3;

/** "A driver told a court …" before "The witness, X, said …": the lead's nameless speaker is the one named next. */
export function nameLead(scene: Scene, stage: Discourse, { lead, voices, at, named, source }: LeadState): Lead | null {
  const head = source?.head;
  const last = lead?.voices.at(-1);
  if (lead !== null && last !== undefined && !(isLine(scene, last) && head?.kind === 'description')) {
    // "an adviser said" is not the pilot who is named next and says nothing.
    const isOther = head === undefined && named !== null && hasOtherTrade(stage.describes(named.id), lead.noun);
    if (named?.type === 'person' && !isOther && head?.kind !== 'description' && at - last <= leadReach) {
      for (const i of lead.voices) {
        const waiting = voices[i];
        if (waiting !== undefined) voices[i] = { ...waiting, speaker: named };
      }
      stage.describe(named.id, lead.noun);
      return null;
    }
    return head?.kind === 'description' || at - last >= leadReach ? null : lead;
  }
  if (at > leadSentences || isHeadline(scene, at) || named !== null || head?.kind !== 'description' || head.isPlural)
    return null;
  // "The author" below somebody with a name is not whoever comes next.
  const isKnown =
    head.words[0] === 'the' && voices.some((voice, i) => i < at && !isHeadline(scene, i) && isPerson(voice));
  if (isKnown) return null;
  // Whoever asks is not named by the answer.
  return !unnamed.test(head.noun) && mayBePerson(head.noun)
    ? { voices: [...(lead?.voices ?? []), at], noun: head.noun }
    : null;
}

const isPerson = ({ speaker, actor }: Voice): boolean => (speaker ?? actor)?.type === 'person';

/** Those who ask, and those who will not be named. */
const unnamed = /^(?:reporter|journalist|interviewer|correspondent|person|source|insider)$/u;

/** A line that ends without a point: a title, a standfirst. */
const isLine = (scene: Scene, at: number): boolean =>
  !/[.!?”’"']/u.test(plainAt(scene, (scene.document.sentences[at]?.endToken ?? 1) - 1));
