import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { addressKey } from '../article-urls.ts';
import { isOfReading } from '../reading-rows.ts';
import { gistOf } from '../rows.ts';

const keyOf = ({ claim, source }: StoredClaimWithSource): string =>
  source.url === null ? claim.id : `${addressKey(source.url)}\n${gistOf(claim.text)}`;

/**
 * The same words of one article once: what the reader saved stands for what was remembered of the page besides. Keeps
 * the order; the one that stays has the place of the first.
 */
export function withoutTwins(claims: readonly StoredClaimWithSource[]): StoredClaimWithSource[] {
  const chosen = new Map<string, StoredClaimWithSource>();
  for (const found of claims) {
    const key = keyOf(found);
    const before = chosen.get(key);
    if (before === undefined || (isOfReading(before.claim.id) && !isOfReading(found.claim.id))) chosen.set(key, found);
  }
  return [...chosen.values()];
}
