import type { ClaimKind } from '../../lib/model/claim.ts';
import { claimKinds } from '../../lib/model/claim.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import type { Span } from '../../lib/model/span.ts';

/** Marks of the corpus and of the reference annotations, and what they stand for; MISC is the coarse form of several. */
export const markTypes = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  EVENT: 'event',
  WORK: 'work',
  PRODUCT: 'product',
  LAW: 'law',
  NAT: 'nationality',
  OTHER: 'other',
  MISC: 'misc',
} as const satisfies Record<string, EntityType | 'misc'>;
export type MarkType = keyof typeof markTypes;

export interface MarkedMention extends Span {
  readonly type: (typeof markTypes)[MarkType];
  readonly entity: string;
}

/** A claim mark; `end` is the end of its sentence. `speaker` is an entity, `*words` for an unnamed source, or null. */
export interface MarkedClaim {
  readonly end: number;
  readonly kind: ClaimKind;
  readonly speaker: string | null;
}

export interface MarkedRole {
  readonly entity: string;
  readonly words: string;
}

export interface MarkedText {
  readonly meta: ReadonlyMap<string, string>;
  readonly text: string;
  readonly mentions: readonly MarkedMention[];
  readonly claims: readonly MarkedClaim[];
  readonly roles: readonly MarkedRole[];
  /** Line numbers count from 1 in the source. */
  readonly problems: readonly { readonly line: number; readonly what: string }[];
}

/** Whether a text's claims are marked; `marked: names` says that only its names and roles are. */
export const hasClaims = ({ meta }: Pick<MarkedText, 'meta'>): boolean => meta.get('marked') !== 'names';

const mark = /\[\[([^[\]|]*)\|([^[\]|]*)\|([^[\]|]*)\]\]|\{\{([^{}|]*)\|([^{}|]*)\}\}/gu;

const isMarkType = (text: string): text is MarkType => Object.hasOwn(markTypes, text);
const isClaimKind = (text: string): text is ClaimKind => (claimKinds as readonly string[]).includes(text);

/** Reads inline marks (`[[surface|TYPE|entity]]`, `{{kind|speaker}}`) out of a text; never throws, problems are listed. */
export function parseMarks(body: string, firstLine: number): MarkedText {
  const mentions: MarkedMention[] = [];
  const claims: MarkedClaim[] = [];
  const problems: { line: number; what: string }[] = [];
  let text = '';
  let last = 0;
  const report = (what: string): void => {
    problems.push({ line: firstLine + (text.match(/\n/gu)?.length ?? 0), what });
  };
  const append = (plain: string): void => {
    text += plain;
    if (/\[\[|\]\]|\{\{|\}\}/u.test(plain)) report(`a broken mark near "${plain.trim().slice(0, 60)}"`);
  };
  for (const found of body.matchAll(mark)) {
    append(body.slice(last, found.index));
    last = found.index + found[0].length;
    const [, surface, type, entity, kind, speaker] = found;
    if (surface !== undefined && type !== undefined && entity !== undefined) {
      if (!isMarkType(type)) report(`unknown type ${type} of "${surface}"`);
      else mentions.push({ start: text.length, end: text.length + surface.length, type: markTypes[type], entity });
      if (surface === '' || surface !== surface.trim()) report(`surface "${surface}" is empty or has outer spaces`);
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(entity)) report(`entity id "${entity}" is not kebab-case`);
      text += surface;
    } else if (kind !== undefined && speaker !== undefined) {
      if (!isClaimKind(kind)) report(`unknown claim kind ${kind}`);
      else claims.push({ end: text.length, kind, speaker: speaker === '-' ? null : speaker });
      const atLineEnd = body[last] === '\n' || last === body.length;
      if (!atLineEnd && !/[.!?…’”"')\]—:;,-]$/u.test(text))
        report(`claim mark not after punctuation: "${text.slice(-30)}"`);
    }
  }
  append(body.slice(last));
  return { meta: new Map(), text, mentions, claims, roles: [], problems };
}

/** Reads a corpus file: front matter, marked body, role lines, parted by lines of `---`. */
export function parseCorpusFile(source: string): MarkedText {
  const lines = source.replace(/\n+$/u, '').split('\n');
  const bars = lines.flatMap((line, i) => (line === '---' ? [i] : []));
  const [open, close, tail] = bars;
  if (open !== 0 || close === undefined || tail === undefined || bars.length !== 3)
    return { ...parseMarks('', 1), problems: [{ line: 1, what: 'needs exactly three lines of ---' }] };
  const problems: { line: number; what: string }[] = [];
  const meta = new Map<string, string>();
  for (const [i, line] of lines.slice(1, close).entries()) {
    const [key, ...value] = line.split(':');
    if (key === undefined || value.length === 0) problems.push({ line: i + 2, what: 'front matter is "key: value"' });
    else meta.set(key.trim(), value.join(':').trim());
  }
  for (const key of ['genre', 'form', 'variety', 'date'])
    if (!meta.get(key)) problems.push({ line: 2, what: `front matter lacks ${key}` });
  const body = lines.slice(close + 1, tail);
  for (const [i, line] of body.entries())
    if (line.trim() === '') problems.push({ line: close + 2 + i, what: 'empty line in the body' });
  const marked = parseMarks(body.join('\n'), close + 2);
  const ids = new Set(marked.mentions.map((mention) => mention.entity));
  const roles: MarkedRole[] = [];
  for (const [i, line] of lines.slice(tail + 1).entries()) {
    if (line.trim() === '') continue;
    const [tag, entity, words] = line.split('|');
    const where = tail + 2 + i;
    if (tag !== 'role' || entity === undefined || words === undefined)
      problems.push({ line: where, what: 'a role line is role|entity|words' });
    else {
      if (!ids.has(entity)) problems.push({ line: where, what: `role of unknown entity ${entity}` });
      if (!marked.text.includes(words)) problems.push({ line: where, what: `role words not in the text: "${words}"` });
      roles.push({ entity, words });
    }
  }
  for (const claim of marked.claims) {
    const { kind, speaker } = claim;
    const line = close + 2 + (marked.text.slice(0, claim.end).match(/\n/gu)?.length ?? 0);
    const attributed = kind === 'quote' || kind === 'reported';
    if (attributed && speaker === null) problems.push({ line, what: `${kind} without a speaker (use *someone)` });
    if (!attributed && speaker !== null) problems.push({ line, what: `${kind} with a speaker` });
    if (speaker !== null && !speaker.startsWith('*') && !ids.has(speaker))
      problems.push({ line, what: `speaker ${speaker} is not mentioned in the text` });
  }
  return { ...marked, meta, roles, problems: [...problems, ...marked.problems].sort((a, b) => a.line - b.line) };
}
