import { beforeAll } from 'vitest';
import type { AnnotateResources } from '../../lib/annotate/annotate.ts';
import { openResources } from '../../scripts/analysis/resources.ts';

/** The shipped weights and packs, for the tests of one `describe`; opened before the first. */
export function useResources(): () => AnnotateResources {
  let resources: AnnotateResources | null = null;
  beforeAll(async () => {
    const opened = await openResources([]);
    if (!opened.ok) throw new Error(opened.failure);
    resources = opened.value;
  }, 120_000);
  return () => {
    if (resources === null) throw new Error('the resources are not open yet');
    return resources;
  };
}
