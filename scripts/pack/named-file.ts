import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { PackManifest } from '../../lib/model/pack.ts';
import { describePackFailure } from '../../lib/pack/failures.ts';
import { parseManifest } from '../../lib/pack/parse.ts';
import { type SigningKey, signingKeySchema } from '../../lib/pack/signature.ts';

/** Codes of the system and of zlib, each as what is wrong with the file. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not open it',
  ENOSPC: 'the disk is full',
  Z_BUF_ERROR: 'it is cut off',
  Z_DATA_ERROR: 'it is no gzip file, or damaged',
};

/** Why a file cannot be opened, read or written; what is not listed in the system's own words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return reasons['code' in error ? String(error.code) : ''] ?? error.message;
}

/** The text of a file that an option names; where there is none, the error says what the file is for. */
function readNamed(path: string, isFor: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}; ${isFor}`, { cause: error });
  }
}

const manifestIsFor =
  '--manifest names the JSON file with the pack’s id, version, title, publisher, licence, description, language and date (docs/pack-format.md)';

export function readManifest(path: string): PackManifest {
  const text = readNamed(path, manifestIsFor);
  if (text.trim() === '') throw new Error(`${path}: it is empty; ${manifestIsFor}`);
  const manifest = parseManifest(text);
  if (manifest.ok) return manifest.value;
  const { failure } = manifest;
  throw new Error(describePackFailure(failure.code === 'PackMalformed' ? { ...failure, file: path } : failure));
}

const keyIsFor = '--key names the file that “npm run pack -- keygen FILE” made, with which the pack is signed';

export function readKey(path: string): SigningKey {
  const text = readNamed(path, keyIsFor);
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON is no key either.
  }
  const key = v.safeParse(signingKeySchema, value);
  if (!key.success) throw new Error(`${path}: it is no key; ${keyIsFor}`);
  return key.output;
}
