import type { Span } from '../../model/span.ts';
import { stemOf } from './opposites.ts';

/** A past verb, and what may stand between it and its amount. */
const verbBefore =
  /(?:^|\s)(\p{Ll}{3,})\s+(?:(?:an?|the|its|his|her|their|our|about|around|nearly|almost|roughly|some|estimated|additional|extra|up to|at least|at most|more than|fewer than|less than|over|as many as|no more than)\s+)*[$£€¥₹]?\s*$/u;
const irregular: ReadonlySet<string> = new Set(
  'sent sold bought built shot took gave won lost made paid spent held hid fed hired freed fired cut hit lent bred drew fought laid sank shut stole struck taught threw wrote'.split(
    ' ',
  ),
);
/** They say that so many there were, and nothing that was done to them. */
const light =
  /^(?:record|report|register|count|claim|confirm|detect|total|exceed|top|pass|reach|estimat|includ|need|requir|want|expect|receiv|number|document|publish|list|involv|remain|cover|measur|averag|employ|own|operat|host|serv|carri|call|follow|rang|nam|quot|cit|nearly|hundr|show|stat)/u;
const reach = 70;

/** The stem of what was done to those that an amount counts ("kidnapped 40 girls"); empty where no past verb tells. */
export function deedBefore(text: string, { start, end }: Span): string {
  const verb = verbBefore.exec(text.slice(Math.max(0, start - reach), start))?.[1] ?? '';
  if (/^(?:had|has|have)$/u.test(verb)) return 'have';
  // "won 46% of the vote", "took 46%": one deed in two words.
  if (/^(?:won|took|got)$/u.test(verb) && /%|per ?cent/u.test(text.slice(start, end))) return '';
  if (light.test(verb) || !(irregular.has(verb) || /[^e]ed$/u.test(verb))) return '';
  return stemOf(verb);
}
