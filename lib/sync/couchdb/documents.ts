import type { RecordState } from '../../merge/record.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { type Bytes, compress, decompress, fromBase64, fromUtf8, toBase64, toUtf8 } from '../bytes.ts';
import type { SyncFailure } from '../failures.ts';
import { createBlindNames, createSeal } from '../seal.ts';
import { parseState, toWire } from '../wire.ts';

/** Turns records into documents and back: in the open, so that a server can check them, or encrypted. */
export interface DocumentForm {
  idOf(table: string, id: string): Promise<string>;
  toBody(state: RecordState, documentId: string): Promise<object>;
  /** What cannot be read comes back as words. */
  toState(found: Readonly<Record<string, unknown>>): Promise<Result<RecordState, string>>;
  /** Bytes as they are attached to a document, and back. */
  toAttached(bytes: Bytes, documentId: string): Promise<Bytes>;
  fromAttached(attached: Bytes, documentId: string): Promise<Result<Bytes, SyncFailure>>;
}

/** What a server gives as an id may be anything. */
const nameOf = ({ _id: id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id : 'a document');

/** Ids of documents that are no records. */
export const ownPrefix = 'sidelight:';
export const storeDocument = `${ownPrefix}store`;
export const devicePrefix = `${ownPrefix}device:`;

export const isOurs = (id: string): boolean => id.startsWith(ownPrefix) || id.startsWith('_');

const openIdOf = (table: string, id: string): string => `${table}:${id}`;

export const openForm: DocumentForm = {
  idOf: (table, id) => Promise.resolve(openIdOf(table, id)),
  toBody: (state) => Promise.resolve({ sidelight: 1, ...(toWire(state) as object) }),
  toState: (found) => {
    const state = found['sidelight'] === 1 ? parseState(found) : null;
    const name = nameOf(found);
    if (state === null) return Promise.resolve(failed(`${name} is no record of this version`));
    if (openIdOf(state.table, state.id) !== name) return Promise.resolve(failed(`${name} holds another record`));
    return Promise.resolve(ok(state));
  },
  toAttached: (bytes) => Promise.resolve(bytes),
  fromAttached: (attached) => Promise.resolve(ok(attached)),
};

/**
 * Records that only devices with the store's key can read. The server sees how many there are, how large, and when each
 * changes, and can check nothing.
 */
export function createSealedForm(key: CryptoKey, store: string): DocumentForm {
  const seal = createSeal(key, store, 'documents');
  const pictures = createSeal(key, store, 'pictures');
  const blind = createBlindNames(key, store);
  const idOf = async (table: string, id: string): Promise<string> => `r:${await blind(openIdOf(table, id))}`;
  return {
    idOf,
    toBody: async (state, name) => ({
      sidelight: 1,
      sealed: toBase64(await seal.close(name, await compress(toUtf8(JSON.stringify(toWire(state)))))),
    }),
    toState: async (found) => {
      const name = nameOf(found);
      const sealed = typeof found['sealed'] === 'string' ? fromBase64(found['sealed']) : null;
      if (sealed === null) return failed(`${name} is no record of this store`);
      const opened = await seal.open(name, sealed);
      if (!opened.ok) return failed(opened.failure.detail);
      const state = await readState(opened.value);
      if (state === null) return failed(`${name} is no record of this version`);
      return (await idOf(state.table, state.id)) === name ? ok(state) : failed(`${name} holds another record`);
    },
    toAttached: (bytes, name) => pictures.close(name, bytes),
    fromAttached: (attached, name) => pictures.open(name, attached),
  };
}

/** Null of what whoever has the key wrote in no form of ours. */
async function readState(compressed: Parameters<typeof decompress>[0]): Promise<RecordState | null> {
  try {
    return parseState(JSON.parse(fromUtf8(await decompress(compressed))));
  } catch {
    return null;
  }
}
