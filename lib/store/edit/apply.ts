import type { Edit, EditFailure, Edited } from '../../model/edit.ts';
import type { EntityId } from '../../model/ids.ts';
import { failed, ok, type Result, unreachable } from '../../model/result.ts';
import { changeOwn, type Changes, EditRefused } from './changes.ts';
import { getClaims } from '../claims.ts';
import type { StoreView } from '../gather.ts';
import type { NoteRow } from '../rows.ts';
import { addClaim } from './claims.ts';
import { correct } from './correct.ts';
import { addAlias, createEntity, deleteEntity, describe, findEntity, removeAlias, rename } from './entity.ts';
import { addFact, removeFact, toOwnSource } from './facts.ts';
import type { EditContext, Prepared, Step } from './prepared.ts';
import { addNote, changeNote, removeNote } from './notes.ts';
import { merge, prepareSplit, withdraw } from './same.ts';

/** Makes one change, whole or not at all, and keeps in the history how to undo it. */
export async function applyEdit(
  view: StoreView,
  edit: Edit,
  context: EditContext,
): Promise<Result<Edited, EditFailure>> {
  const history = `local:h-${context.newId()}`;
  let entity: EntityId | null = null;
  try {
    const { detail, subjects, step } = await prepare(view, edit, context);
    await changeOwn(view.database, context.now, async (changes) => {
      const made = await step(changes);
      entity = made ?? subjects[0] ?? null;
      const concerned = made === null ? subjects : [made, ...subjects];
      const { now: at, by } = context;
      return { id: history, at, by, kind: edit.kind, detail, subjects: concerned, undoes: null };
    });
  } catch (error) {
    if (error instanceof EditRefused) return failed(error.failure as EditFailure);
    throw error;
  }
  return ok({ history, entity });
}

/** Reads everything that lies outside the transaction: packs, hashes. */
async function prepare(view: StoreView, edit: Edit, context: EditContext): Promise<Prepared> {
  if (edit.kind === 'create') {
    const step: Step = (changes) => createEntity(changes, edit.entity, context.newId());
    return { detail: edit.entity.name, subjects: [], step };
  }
  if (edit.kind === 'add-claim') return addClaim(view, edit.claim, context);
  if (edit.kind === 'correct') return correct(view, edit, context);
  if (edit.kind === 'merge') return merge(view, edit, context);
  if (edit.kind === 'withdraw') return withdraw(view, edit);
  const known = await findEntity(view, edit.id);
  const on = (detail: string, work: (changes: Changes) => Promise<void>): Prepared => ({
    detail,
    subjects: [known.id],
    step: async (changes) => {
      await work(changes);
      return null;
    },
  });
  const { name } = known.gathered.entity;
  switch (edit.kind) {
    case 'rename':
      return on(edit.name, (changes) => rename(changes, known, edit));
    case 'describe':
      return on(edit.description, (changes) => describe(changes, known, edit));
    case 'add-alias':
      return on(edit.alias.text, (changes) => addAlias(changes, known, edit));
    case 'remove-alias':
      return on(edit.text, (changes) => removeAlias(changes, known, edit.text));
    case 'add-fact': {
      const fact = {
        subject: known.id,
        draft: edit.fact,
        source: await toOwnSource(edit.fact.source),
        uuid: context.newId(),
      };
      return on(edit.fact.predicate, (changes) => addFact(changes, fact));
    }
    case 'change-fact': {
      const fact = {
        subject: known.id,
        draft: edit.to,
        source: await toOwnSource(edit.to.source),
        uuid: context.newId(),
      };
      return on(edit.to.predicate, async (changes) => {
        await removeFact(changes, known.gathered.facts, edit.fact);
        await addFact(changes, fact);
      });
    }
    case 'remove-fact': {
      const fact = known.gathered.facts.find((each) => each.fact.id === edit.fact);
      return on(fact?.fact.predicate ?? '', (changes) => removeFact(changes, known.gathered.facts, edit.fact));
    }
    case 'remove-claim': {
      const claim = (await getClaims(view, [edit.claim])).get(edit.claim);
      if (claim === undefined) throw new EditRefused<EditFailure>({ code: 'Unknown', what: edit.claim });
      return on(claim.claim.text, (changes) => changes.remove('claims', edit.claim));
    }
    case 'add-note':
      return on(edit.text, (changes) =>
        addNote(changes, { subject: known.id, text: edit.text, uuid: context.newId() }),
      );
    case 'change-note':
      return on(edit.text, (changes) => changeNote(changes, edit.note, edit.text));
    case 'remove-note':
      return on(name, (changes) => removeNote(changes, edit.note));
    case 'split':
      return prepareSplit(view, { known, edit }, context);
    case 'delete': {
      const facts = await view.database.facts
        .where('subject')
        .anyOf([...known.members])
        .primaryKeys();
      const notes: NoteRow[] = await view.database.notes
        .where('subject')
        .anyOf([...known.members])
        .toArray();
      return on(name, (changes) => deleteEntity(changes, known, { facts, notes }));
    }
    default:
      return unreachable(edit);
  }
}
