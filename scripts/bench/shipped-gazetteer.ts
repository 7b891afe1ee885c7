import { runInThisContext } from 'node:vm';
import { bundle } from './bundle.ts';
import type { gazetteer } from './gazetteer-entry.ts';

export type Shipped = typeof gazetteer;

/**
 * The gazetteer as the extension has it, as one script: what a module takes from another an engine reads anew at each
 * use, constants too; what stands in one script it builds in. Each peer is one file by itself.
 */
export async function asShipped(): Promise<Shipped> {
  const script = await bundle('scripts/bench/gazetteer-entry.ts');
  return (runInThisContext(`${script};bundle`) as { readonly gazetteer: Shipped }).gazetteer;
}
