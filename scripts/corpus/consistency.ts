import type { MarkedText } from './parse.ts';

/** Names that are marked in one place and stand bare in another, one surface with several types, and the like. */
export function findInconsistencies(marked: MarkedText): string[] {
  const problems: string[] = [];
  const typesOf = new Map<string, Set<string>>();
  const covered = new Uint8Array(marked.text.length);
  const typeOfEntity = new Map<string, Set<string>>();
  for (const { start, end, type, entity } of marked.mentions) {
    covered.fill(1, start, end);
    const surface = marked.text.slice(start, end);
    if (/[’']s$/u.test(surface) && type !== 'work')
      problems.push(`possessive inside "${surface}"? right only in names such as Christie’s`);
    typesOf.set(surface, (typesOf.get(surface) ?? new Set()).add(type));
    if (type !== 'nationality') typeOfEntity.set(entity, (typeOfEntity.get(entity) ?? new Set()).add(type));
  }
  for (const [entity, types] of typeOfEntity)
    if (types.size > 1) problems.push(`entity ${entity} has types ${[...types].join(', ')}`);
  for (const surface of typesOf.keys()) {
    if (surface.length < 3 || !/^\p{Lu}/u.test(surface)) continue;
    for (let at = marked.text.indexOf(surface); at >= 0; at = marked.text.indexOf(surface, at + 1)) {
      const before = marked.text[at - 1] ?? ' ';
      const after = marked.text[at + surface.length] ?? ' ';
      if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
      if (!covered.subarray(at, at + surface.length).includes(1))
        problems.push(
          `"${surface}" is marked elsewhere but bare in "…${marked.text.slice(Math.max(0, at - 25), at + surface.length + 15).replaceAll('\n', ' / ')}…"`,
        );
    }
  }
  const bare = /(?<=\p{Ll},? )(?!I\b|I['’])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu;
  const lines = marked.text.split('\n');
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const words = line.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
    const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (i > 0 && capitalised < words.length * 0.5)
      for (const found of line.matchAll(bare)) {
        const at = offset + found.index;
        if (covered.subarray(at, at + found[0].length).includes(1)) continue;
        if (knownCommon.test(found[0])) continue;
        problems.push(
          `capitals without a mark: "${found[0]}" in "…${line.slice(Math.max(0, found.index - 25), found.index + found[0].length + 15)}…"`,
        );
      }
    offset += line.length + 1;
  }
  return problems;
}

const knownCommon =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|President|Prime Minister|Minister|Chief|Senator|Sen|Rep|Gov|Governor|Justice|Judge|General|Gen|Col|Colonel|Capt|Captain|Lt|Sgt|Major|Inspector|Detective|Sheriff|Mayor|King|Queen|Prince|Princess|Pope|Father|Sister|Rev|Cllr|Councillor|Ambassador|Secretary|Chancellor|Chairman|Speaker|Q|A|TV|DNA|CEO|GDP|AI|PhD|MP|MPs|St|Mt|God|Internet|Covid)\b/u;
