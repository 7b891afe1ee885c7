import type { Token } from '../../text/tokens.ts';

/** "X KC, counsel to …", "X (Ind), who …": past letters behind a name and the party in brackets. */
export function pastLetters(tokens: readonly Token[], end: number): number {
  const at = lettersBehind.test(tokens[end]?.plain ?? '') ? end + 1 : end;
  const isParty =
    tokens[at]?.plain === '(' && tokens[at + 2]?.plain === ')' && /^\p{Lu}/u.test(tokens[at + 1]?.plain ?? '');
  return isParty && tokens[at + 3]?.plain === ',' ? at + 3 : at;
}

const lettersBehind = /^(?:[KQS]C|MP|MEP|MSP|MLA|TD|MD|PhD|[OMC]BE|Jr|Sr|RN)$/u;

/** "X, 54, the …", "X (54), the …": past the age. */
export function pastAge(tokens: readonly Token[], nameEnd: number): number {
  const end = pastLetters(tokens, nameEnd);
  if (tokens[end + 1]?.kind !== 'number') return end;
  if (tokens[end]?.plain === ',' && tokens[end + 2]?.plain === ',') return end + 2;
  return tokens[end]?.plain === '(' && tokens[end + 2]?.plain === ')' ? end + 3 : end;
}
