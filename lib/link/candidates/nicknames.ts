import type { KnownName, Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';

/** "José “Pepe” Mujica": what stands before, within and behind the quotation marks or brackets. */
const nicknamed = /^(\p{Lu}[^"“”'‘’()]*) ["“'‘(]([^"“”'‘’()]+)["”'’)] ([^"“”'‘’()]+)$/u;

/** People whose nickname stands within their name, with what the store knows by the name without it, or by the nickname. */
export async function lookUpNicknames(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'findNames'>,
): Promise<readonly CandidateName[]> {
  const forms = new Map<CandidateName, readonly string[]>();
  for (const name of names) {
    if (name.type !== 'person' || name.candidates.length > 0) continue;
    const [, given, nickname, last] = nicknamed.exec(text.slice(name.start, name.end)) ?? [];
    if (given !== undefined) forms.set(name, [`${given} ${last}`, `${nickname} ${last}`]);
  }
  if (forms.size === 0) return names;
  const lines = [...new Set([...forms.values()].flat())].join('\n');
  const found = new Map<string, KnownName['candidates']>();
  for (const hit of await knowledge.findNames(lines)) found.set(lines.slice(hit.start, hit.end), hit.candidates);
  return names.map((name) => {
    const form = forms.get(name)?.find((each) => found.has(each));
    return form === undefined ? name : { ...name, candidates: found.get(form) ?? [] };
  });
}
