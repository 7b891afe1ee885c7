/** Signed packs of the tests' own, and ways to import them. */
import type { InstallFailure } from '../../../lib/model/install-failure.ts';
import { describeStoreFailure } from '../../../lib/store/failures.ts';
import type { Store } from '../../../lib/store/store.ts';
import type { Result } from '../../../lib/model/result.ts';
import { inputOfBytes, type PackInput } from '../../../lib/pack/byte-reader.ts';
import { compilePack } from '../../../lib/pack/compile.ts';
import { parsePack } from '../../../lib/pack/parse.ts';
import { createSigningKey, type SigningKey } from '../../../lib/pack/signature.ts';
import { manifest, packFiles } from '../../pack/sources.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export const publisher = await createSigningKey();
export const stranger = await createSigningKey();

export async function sign(files: Map<string, string>, key: SigningKey | null = publisher): Promise<Bytes> {
  const content = parsePack(files);
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  return compilePack(content.value, key);
}

/** The files with fields of the manifest changed. */
export function withManifest(fields: object, files: Map<string, string> = packFiles()): Map<string, string> {
  return new Map(files).set('manifest.json', JSON.stringify({ ...manifest, ...fields }));
}

export interface Trying {
  readonly accept?: readonly string[];
  readonly input?: PackInput;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  readonly heldBack?: string;
}

export const tryImport = (
  store: Store,
  bytes: Bytes,
  { accept = [publisher.x], input = inputOfBytes(bytes), signal, onProgress, heldBack }: Trying = {},
) =>
  store.importPack({
    input,
    from: { kind: 'file', name: 'test.slpack' },
    accept,
    expected: null,
    heldBack: heldBack ?? null,
    signal: signal ?? new AbortController().signal,
    onProgress: ({ done }) => onProgress?.(done),
  });

/** `installed`, `present`, or the reason in words. */
export const wordFor = (result: Result<{ readonly outcome: string }, InstallFailure>): string =>
  result.ok ? result.value.outcome : describeStoreFailure(result.failure);
