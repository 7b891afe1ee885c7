import { sizeWords } from '../sizes.ts';
import { colon, comma } from '../words.ts';
import { dateWords } from '../dates.ts';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { BackupBrief, ImportPreview, Settlement, Usage } from '../../lib/model/exchange.ts';
import { words } from '../../lib/i18n/words.ts';
import { useArrived, useGivenBack } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { BackupRow } from './BackupRow.tsx';
import { LeftOutPart } from './LeftOut.tsx';
import { Part } from './Part.tsx';
import './DataPage.css';

export type Format = 'whole' | 'json-ld' | 'entities-csv' | 'claims-csv';

/** How far taking a file in is. */
export type Incoming =
  | { readonly at: 'none' }
  /** `share` of 1. */
  | { readonly at: 'reading'; readonly share: number }
  | { readonly at: 'refused'; readonly why: string }
  /** `usual` is offered first: whose content stays. */
  | { readonly at: 'preview'; readonly preview: ImportPreview; readonly usual: Settlement['usual'] }
  | { readonly at: 'taking'; readonly share: number };

/** How far saving is; null where that cannot be told. */
export interface Saving {
  readonly share: number | null;
}

export interface Room {
  readonly usage: Usage;
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
  readonly isPersistent: boolean;
}

interface DataPageProps {
  readonly incoming: Incoming;
  readonly backups: readonly BackupBrief[];
  readonly room: Room | null;
  /** Null while nothing is saved. */
  readonly saving: Saving | null;
  readonly onSave: (format: Format) => void;
  readonly onStopSaving: () => void;
  readonly onFile: (file: File) => void;
  readonly onImport: (settlement: Settlement) => void;
  readonly onCancel: () => void;
  readonly onBackUp: () => void;
  readonly onRestore: (backup: BackupBrief) => void;
  readonly onDropBackup: (backup: BackupBrief) => void;
  readonly onPersist: () => void;
  readonly onFree: (what: 'pictures' | 'history') => void;
}

/** Of "description: …" the field by its name in the reader's language. */
const fieldWords = (line: string): string => {
  const end = line.indexOf(':');
  const field = line.slice(0, end);
  const names: Readonly<Record<string, string>> = words.packs.part;
  return Object.hasOwn(names, field) ? `${names[field]}${colon}${line.slice(end + 1).trimStart()}` : line;
};

interface PreviewProps extends Pick<DataPageProps, 'onImport' | 'onCancel'> {
  readonly preview: ImportPreview;
  readonly offered: Settlement['usual'];
}

const Preview = ({ preview, offered, onImport, onCancel }: PreviewProps) => {
  const [usual, setUsual] = useState(offered);
  const [exceptions, setExceptions] = useState<ReadonlySet<string>>(new Set());
  const data = words.data;
  const changes = preview.tables.some(({ added, different }) => added + different > 0);
  const toggle = (id: string): void => {
    const next = new Set(exceptions);
    if (!next.delete(id)) next.add(id);
    setExceptions(next);
  };
  const tableWords = (table: string): string => data.table[table as keyof typeof data.table] ?? table;
  return (
    <section class="preview" aria-label={data.preview({ format: preview.format })}>
      <h4 class="form__title">{data.preview({ format: preview.format })}</h4>
      {preview.created === null ? null : <p class="part__note">{data.created({ date: dateWords(preview.created) })}</p>}
      <ul class="preview__tables">
        {preview.tables.map(({ table, added, same, different }) => (
          <li key={table}>
            {tableWords(table)}
            {colon}
            {[
              added === 0 ? [] : data.added({ count: added }),
              same === 0 ? [] : data.same({ count: same }),
              different === 0 ? [] : data.different({ count: different }),
            ]
              .flat()
              .join(comma)}
          </li>
        ))}
      </ul>
      <LeftOutPart leftOut={preview.leftOut} />
      {preview.conflicts.length === 0 ? null : (
        <fieldset class="picker">
          <legend class="picker__label">{data.conflicts}</legend>
          {(['mine', 'theirs'] as const).map((whose) => (
            <label key={whose} class="form__choice">
              <input type="radio" name="usual" checked={usual === whose} onChange={() => setUsual(whose)} />
              <span>
                {data.usual} {data[whose]}
              </span>
            </label>
          ))}
          <ul class="preview__conflicts">
            {preview.conflicts.map(({ id, title, mine, theirs }) => (
              <li key={id}>
                <label class="form__choice">
                  <input type="checkbox" checked={exceptions.has(id)} onChange={() => toggle(id)} />
                  <span>{data.otherWay({ title })}</span>
                </label>
                <dl class="preview__sides">
                  <dt>{data.here}</dt>
                  <dd dir="auto">{mine.map(fieldWords).join(' · ')}</dd>
                  <dt>{data.file}</dt>
                  <dd dir="auto">{theirs.map(fieldWords).join(' · ')}</dd>
                </dl>
              </li>
            ))}
          </ul>
          {preview.moreConflicts === 0 ? null : (
            <p class="part__note">{data.moreConflicts({ count: preview.moreConflicts })}</p>
          )}
        </fieldset>
      )}
      {changes ? null : <p>{preview.leftOut.listed.length === 0 ? data.nothing : data.nothingElse}</p>}
      <div class="form__foot">
        {changes ? (
          <Button look="strong" onPress={() => onImport({ usual, exceptions })}>
            {data.do}
          </Button>
        ) : null}
        <Button onPress={onCancel}>{words.library.cancel}</Button>
      </div>
    </section>
  );
};

const RoomPart = ({
  room,
  onPersist,
  onFree,
}: { readonly room: Room } & Pick<DataPageProps, 'onPersist' | 'onFree'>) => {
  const data = words.data;
  const { usage, used, quota, isPersistent } = room;
  const rows = usage.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Part title={data.room}>
      <p>
        {data.rows({ count: rows })}
        {used === null || quota === null ? null : ` · ${data.used({ used: sizeWords(used), quota: sizeWords(quota) })}`}
      </p>
      <ul class="room">
        <li>
          <span class="part__note">{isPersistent ? data.persistent : data.notPersistent}</span>
          {isPersistent ? null : <Button onPress={onPersist}>{data.persist}</Button>}
        </li>
        {usage.pictures.count === 0 ? null : (
          <li>
            <span>{data.pictures({ count: usage.pictures.count, size: sizeWords(usage.pictures.bytes) })}</span>
            <Button onPress={() => onFree('pictures')}>{data.freePictures}</Button>
          </li>
        )}
        {usage.history === 0 ? null : (
          <li>
            <span>{data.history({ count: usage.history })}</span>
            <Button onPress={() => onFree('history')}>{data.freeHistory}</Button>
          </li>
        )}
        <li>
          <a href="/options.html">{data.readingMemory}</a>
        </li>
        <li>
          <a href="/options.html">{data.packRoom}</a>
        </li>
      </ul>
    </Part>
  );
};

interface WorkProps {
  readonly what: string;
  readonly share: number | null;
  readonly onStop: () => void;
}

/** Work that takes a while: how far it is, and a way to stop it. */
const Work = ({ what, share, onStop }: WorkProps) => {
  const root = useRef<HTMLDivElement>(null);
  useArrived(root);
  return (
    <div ref={root} class="work" role="group" aria-label={what}>
      <p>{what}</p>
      {/* Its steps are not read out one by one; whoever asks hears the value. */}
      <div class="work__line" aria-live="off">
        <progress aria-label={what} {...(share === null ? {} : { max: 1, value: share })} />
        <Button onPress={onStop}>{words.stop}</Button>
      </div>
    </div>
  );
};

const Lead = ({ children }: { readonly children: ComponentChildren }) => <p class="data__lead">{children}</p>;

/** The store out and in, its backups, and its room. */
export const DataPage = (props: DataPageProps) => {
  const { incoming, backups, room } = props;
  const data = words.data;
  useGivenBack(incoming.at !== 'none' && incoming.at !== 'refused');
  return (
    <div class="data">
      <h2 class="unseen">{words.library.data}</h2>
      <Part title={data.out}>
        <Lead>{data.outWhy}</Lead>
        <div class="form__foot">
          <Button look="strong" onPress={() => props.onSave('whole')}>
            {data.whole}
          </Button>
          <Button onPress={() => props.onSave('json-ld')}>{data.jsonLd}</Button>
          <Button onPress={() => props.onSave('entities-csv')}>{data.entities}</Button>
          <Button onPress={() => props.onSave('claims-csv')}>{data.claims}</Button>
        </div>
        <div aria-live="polite">
          {props.saving === null ? null : (
            <Work what={data.saving} share={props.saving.share} onStop={props.onStopSaving} />
          )}
        </div>
      </Part>
      <Part title={data.in}>
        <Lead>{data.inWhy}</Lead>
        <div class="form__foot">
          <FileButton label={data.choose} accept=".gz,.jsonl,.json,.jsonld,.csv,.tsv,.txt" onFile={props.onFile} />
        </div>
        <div aria-live="polite">
          {incoming.at === 'reading' || incoming.at === 'taking' ? (
            <Work what={data[incoming.at]} share={incoming.share} onStop={props.onCancel} />
          ) : null}
          {incoming.at === 'refused' ? <p class="form__failure">{incoming.why}</p> : null}
          {incoming.at === 'preview' ? (
            <Preview
              preview={incoming.preview}
              offered={incoming.usual}
              onImport={props.onImport}
              onCancel={props.onCancel}
            />
          ) : null}
        </div>
      </Part>
      <Part title={data.backups} onAdd={{ label: data.backUpNow, run: props.onBackUp }}>
        <Lead>{data.backupsWhy}</Lead>
        {backups.length === 0 ? <p class="part__none">{data.noBackups}</p> : null}
        <ul class="room">
          {backups.map((backup) => (
            <BackupRow
              key={backup.at}
              backup={backup}
              onRestore={() => props.onRestore(backup)}
              onDrop={() => props.onDropBackup(backup)}
            />
          ))}
        </ul>
      </Part>
      {room === null ? null : <RoomPart room={room} onPersist={props.onPersist} onFree={props.onFree} />}
    </div>
  );
};
