import type { DBCore, DBCoreMutateRequest, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import { undoAll, writeBeside } from './beside.ts';
import { toChangeRows } from './claim-changes.ts';

/**
 * Notes each write of a claim, in the same transaction, so that whoever writes one need not know by what claims are
 * found (claim-segments.ts).
 */
export const noteClaims: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'claim-changes',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) =>
      core.transaction(
        mode === 'readwrite' && stores.includes('claims') ? [...new Set([...stores, 'claimChanges'])] : stores,
        mode,
        options,
      ),
    table: (name) => {
      const table = core.table(name);
      return name === 'claims' ? { ...table, mutate: (request) => mutate(core, table, request) } : table;
    },
  }),
};

async function mutate(core: DBCore, table: DBCoreTable, request: DBCoreMutateRequest) {
  const { trans } = request;
  // While an older schema is brought up to date, the table may not be there yet.
  if (!hasChanges(trans)) return table.mutate(request);
  try {
    const removed = request.type === 'deleteRange' ? await keysIn(table, request) : null;
    const answer = await table.mutate(request);
    const rows = toChangeRows(removed ?? idsOf(request));
    if (rows.length > 0) await writeBeside(core, 'claimChanges', { type: 'add', trans, values: rows });
    return answer;
  } catch (error) {
    undoAll(trans);
    throw error;
  }
}

const hasChanges = (trans: DBCoreTransaction): boolean =>
  (trans as unknown as IDBTransaction).objectStoreNames.contains('claimChanges');

function idsOf(request: DBCoreMutateRequest): readonly string[] {
  switch (request.type) {
    case 'add':
    case 'put':
      return request.values.map((row: { readonly id: string }) => row.id);
    case 'delete':
      return request.keys as string[];
    case 'deleteRange':
      return [];
    default:
      return request satisfies never;
  }
}

async function keysIn(
  table: DBCoreTable,
  { trans, range }: Extract<DBCoreMutateRequest, { type: 'deleteRange' }>,
): Promise<readonly string[]> {
  const { result } = await table.query({ trans, values: false, query: { index: table.schema.primaryKey, range } });
  return result as string[];
}
