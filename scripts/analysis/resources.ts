import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotateResources } from '../../lib/annotate/annotate.ts';
import { openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import { readArchive } from '../../lib/pack/archive.ts';
import { describePackFailure } from '../../lib/pack/failures.ts';
import { openTagger } from '../../lib/recognise/tagger/tagger.ts';
import { describeStoreFailure } from '../../lib/store/failures.ts';
import { root } from '../command.ts';
import { openMemoryStore } from '../memory-store.ts';
import { describeReadFailure } from './read-failure.ts';
import { atOnce } from '../../lib/model/steps.ts';

const readBytes = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer;
const readModel = (name: string): ArrayBuffer => readBytes(join(root, 'public', 'models', name));

/**
 * What the extension's background would analyse with: the shipped models and a fresh store in memory with the built-in
 * packs, and any compiled packs named. The failure is one line for the person.
 */
export async function openResources(packs: readonly string[]): Promise<Result<AnnotateResources, string>> {
  const tagger = openTagger(readModel('names.bin'));
  if (!tagger.ok) return failed(`public/models/names.bin: ${tagger.failure.code}`);
  const checkWorthiness = openCheckWorthiness(readModel('claims.bin'));
  if (!checkWorthiness.ok) return failed(`public/models/claims.bin: ${checkWorthiness.failure.detail}`);
  // Read before the store is made, which takes seconds: whoever named a file that is no pack does not wait for it.
  const named: { readonly pack: string; readonly bytes: ArrayBuffer }[] = [];
  for (const pack of packs) {
    let bytes: ArrayBuffer;
    try {
      bytes = readBytes(pack);
    } catch (error) {
      return failed(`${pack}: ${describeReadFailure(error)}`);
    }
    const archive = await readArchive(new Uint8Array(bytes));
    if (!archive.ok) return failed(`${pack}: ${describePackFailure(archive.failure)}`);
    named.push({ pack, bytes });
  }
  const store = await openMemoryStore();
  for (const { pack, bytes } of named) {
    const installed = await store.install(bytes);
    if (!installed.ok) return failed(`${pack}: ${describeStoreFailure(installed.failure)}`);
  }
  return ok({
    knowledge: await store.knowledge(),
    tagger: tagger.value,
    checkWorthiness: checkWorthiness.value,
    choices: [],
    pace: atOnce,
  });
}
