import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntityAnswer, EntityPage, Origin } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { safeLink } from '../links.ts';
import { useArrived } from '../opened.ts';
import { unbroken } from '../unbroken.ts';
import { longestPart } from '../long-name.ts';
import { Button } from '../parts/Button.tsx';
import { Parted } from '../parts/Parted.tsx';
import { TypeShape } from '../parts/TypeShape.tsx';
import type { LibraryActions } from './actions.ts';
import { ClaimPart, MeetingPart, TimelinePart } from './ClaimParts.tsx';
import { FactPart } from './FactPart.tsx';
import { HistoryPart, type HistoryPartProps } from './HistoryPart.tsx';
import { DescribeForm, NamePart } from './NamePart.tsx';
import { NotePart } from './NotePart.tsx';
import { PicturePart } from './PicturePart.tsx';
import { RelationPart } from './RelationPart.tsx';
import { MergeForm, SamePart, SplitForm } from './SameParts.tsx';
import './EntityView.css';

export interface EntityViewActions extends LibraryActions {
  readonly onLookUp: (page: EntityPage) => void;
  readonly onExport: (page: EntityPage, as: 'markdown' | 'json-ld') => void;
}

interface EntityViewProps {
  readonly answer: EntityAnswer;
  readonly actions: EntityViewActions;
}

const originParts = (origin: Origin): readonly string[] =>
  origin.kind === 'own' ? [words.library.ownEntry] : [`${origin.title} ${origin.version}`, unbroken(origin.licence)];

/** Another site's page on the same, by the site's name. */
const toOutside = (link: string) => {
  const text = new URL(link).hostname.replace(/^www\./, '');
  const shown = (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
  return { text, shown };
};

type Open = 'nothing' | 'describe' | 'merge' | 'split';

const Head = ({ page, actions }: { readonly page: EntityPage; readonly actions: EntityViewActions }) => {
  const [open, setOpen] = useState<Open>('nothing');
  const heading = useRef<HTMLHeadingElement>(null);
  const { entity } = page;
  const { action } = words.library;
  useEffect(() => {
    heading.current?.focus();
  }, [entity.id]);
  const close = (): void => setOpen('nothing');
  const links = (entity.sameAs ?? []).flatMap((url) => safeLink(url) ?? []);
  return (
    <header class={`entity__head is-${entity.type}`}>
      <p class="entity__type">
        <TypeShape type={entity.type} known={true} /> {words.type[entity.type].one}
      </p>
      <h2 class="entity__name" style={{ '--letters': longestPart(entity.name) }} tabIndex={-1} ref={heading}>
        <bdi>{entity.name}</bdi>
      </h2>
      {entity.description === '' ? null : (
        <p class="entity__line">
          <bdi>{entity.description}</bdi>
        </p>
      )}
      <p class="entity__origin">
        <Parted parts={[...page.origins.flatMap(originParts), ...links.map(toOutside)]} />
      </p>
      <div class="entity__tools">
        <Button look="strong" onPress={() => actions.onLookUp(page)}>
          {words.lookUp.do}
        </Button>
        <Button onPress={() => setOpen('describe')}>{words.library.edit}</Button>
        <Button onPress={() => setOpen('merge')}>{action.merge}</Button>
        <Button onPress={() => setOpen('split')}>{action.split}</Button>
        <Button onPress={() => actions.onExport(page, 'markdown')}>{action.exportMarkdown}</Button>
        <Button onPress={() => actions.onExport(page, 'json-ld')}>{action.exportJsonLd}</Button>
        <Button onPress={() => void actions.onEdit({ kind: 'delete', id: entity.id })}>{action.delete}</Button>
      </div>
      {open === 'describe' ? <DescribeForm page={page} actions={actions} onClose={close} /> : null}
      {open === 'merge' ? <MergeForm page={page} actions={actions} onClose={close} /> : null}
      {open === 'split' ? <SplitForm page={page} actions={actions} onClose={close} /> : null}
    </header>
  );
};

/** What is no longer there, or never was: why, as far as the store can tell, and the way back. */
const Gone = ({ history, onUndo }: HistoryPartProps) => {
  const library = words.library;
  const deletion = history.find(({ kind, isUndone }) => kind === 'delete' && !isUndone);
  const root = useRef<HTMLElement>(null);
  // What was there had the keyboard: its way back is one step away.
  useArrived(root);
  return (
    <article ref={root} class="entity">
      <div class="entity__head">
        <h2 class="entity__gone">
          {deletion === undefined ? library.unknown : library.deleted({ name: deletion.detail })}
        </h2>
        {history.length === 0 ? null : (
          <p class="entity__line">{deletion === undefined ? library.unknownWhy : library.deletedWhy}</p>
        )}
        {deletion === undefined || deletion.id === null ? null : (
          <div class="entity__tools">
            <Button look="strong" onPress={() => onUndo(deletion.id ?? '')}>
              {library.undo}
            </Button>
          </div>
        )}
      </div>
      {history.length === 0 ? null : <HistoryPart history={history} onUndo={onUndo} />}
    </article>
  );
};

/** Everything that the store has of one entity, and every way to correct it. */
export const EntityView = ({ answer, actions }: EntityViewProps) => {
  const undo = (history: string): void => void actions.onUndo(history);
  if (answer.state === 'unknown') return <Gone history={answer.history} onUndo={undo} />;
  const { page } = answer;
  return (
    <article class="entity" aria-label={page.entity.name}>
      <Head key={page.entity.id} page={page} actions={actions} />
      <div class="entity__columns">
        <div class="entity__column">
          <FactPart page={page} actions={actions} />
          <RelationPart page={page} actions={actions} />
          <ClaimPart page={page} actions={actions} />
        </div>
        <div class="entity__column">
          {page.picture === null ? null : <PicturePart picture={page.picture} name={page.entity.name} />}
          <NamePart page={page} actions={actions} />
          <SamePart page={page} actions={actions} />
          <NotePart page={page} actions={actions} />
          <TimelinePart page={page} />
          <MeetingPart page={page} />
          <HistoryPart history={page.history} onUndo={undo} />
        </div>
      </div>
    </article>
  );
};
