import { failed, ok, type Result } from '../../model/result.ts';
import { pictureTable } from '../../store/sync/pictures.ts';
import { type Bytes, toBase64 } from '../bytes.ts';
import type { SyncFailure } from '../failures.ts';
import { ask, failureOf, isGood } from '../http.ts';
import type { PicturePlace } from '../remote.ts';
import type { CouchStore } from './ask.ts';
import type { DocumentForm } from './documents.ts';

/** Of the one attachment that a document has; it goes with the version that it came with. */
const attachment = 'picture';

/** The part of a document that holds its picture; a change feed tells of it without its bytes. */
export async function toAttachment(form: DocumentForm, documentId: string, bytes: Bytes): Promise<object> {
  const data = toBase64(await form.toAttached(bytes, documentId));
  // Named as what it is, a server's own pages would show it.
  return { _attachments: { [attachment]: { content_type: 'application/octet-stream', data } } };
}

export async function readAttachment(
  { server, form }: CouchStore,
  { id, revision }: PicturePlace,
): Promise<Result<Bytes | null, SyncFailure>> {
  const documentId = await form.idOf(pictureTable, id);
  const version = revision === null ? '' : `?${new URLSearchParams({ rev: revision })}`;
  const path = `/${encodeURIComponent(documentId)}/${attachment}${version}`;
  const answer = await ask(server, { method: 'GET', path });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return ok(null);
  if (!isGood(answer.value)) return failed(failureOf(answer.value));
  return form.fromAttached(answer.value.bytes, documentId);
}
