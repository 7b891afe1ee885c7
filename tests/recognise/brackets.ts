import type { EntityType } from '../../lib/model/entity.ts';
import type { CandidateName } from '../../lib/recognise/combine.ts';

/** A text with its names in brackets: those in square ones are organisations', those in round ones of the type `round`. */
export const readBrackets = (
  marked: string,
  round: EntityType,
): { readonly text: string; readonly names: readonly CandidateName[] } => {
  let text = '';
  const names: CandidateName[] = [];
  for (const part of marked.split(/([([][^)\]]*[)\]])/u)) {
    const [, name] = /^[([](.*)[)\]]$/u.exec(part) ?? [];
    const start = text.length;
    text += name ?? part;
    const type = part.startsWith('(') ? round : 'organisation';
    if (name !== undefined) names.push({ start, end: text.length, type, confidence: 0.9, candidates: [] });
  }
  return { text, names };
};
