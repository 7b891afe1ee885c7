import type { Group } from '../../model/analysis.ts';
import type { Cluster, Mention } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import { readForm } from './forms.ts';
import { surnamesOf } from './pairs.ts';
import { singularsOf } from '../rules/plural-surnames.ts';

interface Cast {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
}

/**
 * Families that the article names ("the Riveras", "the Joneses"), each with those of its members who stand in the
 * article by their full names. A family is nobody's cluster: its name only leads to them.
 */
export function findFamilies(document: TextDocument, { mentions, clusters }: Cast): Group[] {
  const bearers = new Map<string, Cluster['id'][]>();
  for (const [id, surnames] of surnamesOf(document.text, mentions, clusters))
    for (const surname of surnames) bearers.set(surname, [...(bearers.get(surname) ?? []), id]);
  return clusters.flatMap((cluster): Group[] => {
    if (cluster.type !== 'person' || cluster.link.kind === 'linked') return [];
    const named = cluster.mentions.flatMap((index) => mentions[index] ?? []);
    const forms = new Set(named.map(({ surface }) => readForm(surface).key));
    const [form] = forms;
    if (form === undefined || forms.size !== 1 || form.includes(' ')) return [];
    if (!named.some(({ start }) => /\bthe(?: \p{Ll}+)? $/iu.test(document.text.slice(Math.max(0, start - 24), start))))
      return [];
    const members = [...new Set(singularsOf(form).flatMap((surname) => bearers.get(surname) ?? []))];
    return members.length === 0 ? [] : [{ cluster: cluster.id, spans: [], members }];
  });
}
