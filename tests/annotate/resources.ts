import { beforeAll } from 'vitest';
import type { AnnotateResources } from '../../lib/annotate/annotate.ts';
import { openResources } from '../../scripts/analysis/resources.ts';

let opened: ReturnType<typeof openResources> | null = null;

/** The shipped weights and packs, for the tests of one `describe`; opened before the first, once for all. None writes into them. */
export function useResources(): () => AnnotateResources {
  let resources: AnnotateResources | null = null;
  beforeAll(async () => {
    opened ??= openResources([]);
    const all = await opened;
    if (!all.ok) throw new Error(all.failure);
    resources = all.value;
  }, 120_000);
  return () => {
    if (resources === null) throw new Error('the resources are not open yet');
    return resources;
  };
}
