import { failed, ok, type Result } from '../model/result.ts';
import { markDelivered, noteOffered, type OutboxPage, readOutbox } from '../store/sync/outbox.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import { keepJournal, readStore } from '../store/sync/stores.ts';
import type { SyncFailure } from './failures.ts';
import { leaseOf, type Progress, type RunPorts, writingOf } from './ports.ts';
import type { Pushed, Writing } from './remote.ts';

/** Changes that are looked through for one push: a request or two, a segment of a folder. */
const pushSize = 2000;

export type PushEnd = 'sent' | 'refused' | 'not-now';

/**
 * Sends everything that a store lacks, page by page. Three things go on at once: a page travels, the one before it is
 * noted as delivered, the one after it is read. What is noted is noted in order, so that a run that dies has at most
 * two pages to send again.
 */
export async function pushAll(ports: RunPorts, id: string, progress: Progress): Promise<Result<PushEnd, SyncFailure>> {
  const { database } = ports;
  const first = await readStore(database, id);
  if (first === null) return ok('not-now');
  const remote = ports.connect(first);
  let { journal } = first;
  /** The store when all that has arrived until now is noted. */
  let noted: Promise<SyncStoreRow | null> = Promise.resolve(first);
  const writing = (): Writing => {
    const before = noted;
    const { keep, ...rest } = writingOf(ports, { store: id, device: progress.device, journal, after: () => before });
    // What is kept may be of something that the server has, even if all that follows fails: no later word forgets it.
    return {
      ...rest,
      keep: async (next) => {
        await keep(next);
        journal = next;
      },
    };
  };

  const readAfter = async (pushed: number): Promise<Result<OutboxPage, SyncFailure>> => {
    const page = await readOutbox(database, { ...first, pushed }, pushSize);
    if (page.records.length === 0) return ok(page);
    if (!progress.isBegun) {
      const begun = await remote.begin(writing());
      if (!begun.ok) return begun;
      journal = begun.value;
      await keepJournal(database, id, { journal, lease: leaseOf(ports) });
      progress.isBegun = true;
    }
    await noteOffered(database, id, { records: page.records, lease: leaseOf(ports) });
    return ok(page);
  };

  let refused = 0;
  let next = quietly(readAfter(first.pushed));
  try {
    for (;;) {
      const page = await next;
      if (!page.ok) return page;
      if (ports.signal.aborted) return ok('not-now');
      const { records, upTo, more } = page.value;
      if (more) next = quietly(readAfter(upTo));
      const pushed = records.length === 0 ? ok(nothing) : await remote.push(records, writing());
      const before = await noted;
      if (!pushed.ok) return pushed;
      if (before === null) return ok('not-now');
      const { taken, trouble } = pushed.value;
      // Where nothing was sent, the first word to the server may just be under way beside this.
      if (records.length > 0) ({ journal } = pushed.value);
      refused += pushed.value.refused.length;
      for (const { newRevision } of taken) if (newRevision !== null) progress.own.add(newRevision);
      // The next page is noted as offered before this one as delivered: it can travel while that is done.
      await next.catch(() => undefined);
      const delivered = { store: id, taken, refused: pushed.value.refused, upTo, journal };
      if (records.length > 0 || upTo !== before.pushed)
        noted = quietly(markDelivered(database, delivered, leaseOf(ports)));
      if (trouble !== null) return failed(trouble);
      if (!before.isOn) return ok('not-now');
      // What was refused now has a later place in the outbox; it waits for the pull.
      if (!more) return ok(refused > 0 ? 'refused' : 'sent');
    }
  } finally {
    await noted;
  }
}

const nothing: Pushed = { taken: [], refused: [], trouble: null, journal: null };

/** Awaited later; until then its failure is nobody's. */
function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
