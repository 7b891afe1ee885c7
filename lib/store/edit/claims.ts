import type { ClaimDraft, ClaimOrigin } from '../../model/claim-draft.ts';
import type { EditFailure, EditFault, EntityDraft } from '../../model/edit.ts';
import { asClaimId, type EntityId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import { type Changes, EditRefused } from './changes.ts';
import type { StoreView } from '../gather.ts';
import { type ClaimRow, gistOf, momentKey } from '../rows.ts';
import { createEntity, findEntity } from './entity.ts';
import { isPartialDate, keepSource, toOwnSource } from './facts.ts';
import type { EditContext, Prepared } from './prepared.ts';

const invalid = (fault: EditFault, of = ''): EditRefused<EditFailure> =>
  new EditRefused({ code: 'Invalid', fault, of });

/** UTF-16 units: a long paragraph. */
const longestClaim = 4000;

/** Its own source beside the page as it is remembered, so that what the reader saved outlives a forgotten page. */
const toSource = async ({ title, url, publisher, authors, publishedAt }: ClaimOrigin): Promise<Source> => ({
  ...(await toOwnSource({ title, url })),
  publisher,
  authors,
  publishedAt,
});

const createSpeaker = (
  changes: Changes,
  { type, name }: Pick<EntityDraft, 'type' | 'name'>,
  uuid: string,
): Promise<EntityId> => createEntity(changes, { type, name, aliases: [], description: '' }, uuid);

/** Keeps a claim that the reader found; refused where nobody says it and it is about nothing, for none would find it. */
export async function addClaim(view: StoreView, draft: ClaimDraft, context: EditContext): Promise<Prepared> {
  const text = draft.text.replace(/\s+/gu, ' ').trim();
  if (text === '') throw invalid('claimEmpty');
  if (text.length > longestClaim) throw invalid('claimTooLong');
  const { saidAt } = draft;
  if (saidAt !== null && !isPartialDate(saidAt)) throw invalid('noDate', saidAt);
  const idOf = async (id: EntityId): Promise<EntityId> => (await findEntity(view, id)).id;
  const known = draft.speaker.kind === 'entity' ? await idOf(draft.speaker.entity) : null;
  const about = [...new Set(await Promise.all(draft.about.map(idOf)))];
  if (draft.speaker.kind === 'none' && about.length === 0) throw invalid('claimOfNobody');
  const source = await toSource(draft.source);
  return {
    detail: text,
    subjects: [...new Set([...(known === null ? [] : [known]), ...about])],
    step: async (changes) => {
      const made = draft.speaker.kind === 'new' ? await createSpeaker(changes, draft.speaker, context.newId()) : null;
      const speaker = made ?? known;
      const everybody = new Set([...(speaker === null ? [] : [speaker]), ...about]);
      const row: ClaimRow = {
        id: asClaimId(`local:c-${context.newId()}`),
        text,
        gist: gistOf(text),
        kind: draft.kind,
        ...(draft.quote === null ? {} : { quote: draft.quote }),
        speaker,
        about,
        quantities: draft.quantities,
        saidAt,
        source: source.id,
        ...(speaker === null ? {} : { spoken: momentKey(speaker, saidAt) }),
        by: [...everybody].map((id) => momentKey(id, saidAt)),
      };
      await keepSource(changes, source);
      await changes.put('claims', row);
      return made;
    },
  };
}
