import type { HistoryLine } from '../../lib/model/library.ts';
import { unreachable } from '../../lib/model/result.ts';
import { languageTag, words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { predicateWords } from '../predicates.ts';
import { Unfold } from '../parts/Section.tsx';
import { type Part as Piece, Parted } from '../parts/Parted.tsx';
import { addressOf } from './address.ts';
import { Part } from './Part.tsx';

const moment = new Intl.DateTimeFormat(languageTag, { dateStyle: 'medium', timeStyle: 'short' });

const byWords = (by: HistoryLine['by']): string => {
  const { by: names } = words.library;
  return by === 'look-up' ? names.lookUp : names[by];
};

type Change = Pick<HistoryLine, 'kind' | 'detail' | 'meaning'>;

/** What it was about: of a fact its predicate as the reader's language calls it. */
const detailWords = ({ kind, detail }: Pick<Change, 'kind' | 'detail'>): string => {
  if (kind === 'add-fact' || kind === 'change-fact' || kind === 'remove-fact') return predicateWords(detail);
  return detail.length > 120 ? `${detail.slice(0, 119)}…` : detail;
};

const sayCorrection = (detail: string, meaning: Change['meaning']): string => {
  const { change, meaning: said } = words.library;
  switch (meaning?.kind) {
    case 'entity':
      return said.entity({ detail, name: meaning.name });
    case 'unknown':
      return said.unknown({ detail });
    case 'not-a-name':
      return said.notAName({ detail });
    case undefined:
      return change.correct({ detail });
    default:
      return unreachable(meaning);
  }
};

const sayChange = (kind: Change['kind'], detail: string, meaning: Change['meaning']): string => {
  const { change } = words.library;
  if (kind === 'correct') return sayCorrection(detail, meaning);
  const key = kind.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const say = change[key as keyof typeof change];
  return typeof say === 'string' ? say : say({ detail });
};

/** What a line of the history says: "name added: Ada M. Vidal", "undone: name added: Ada M. Vidal". */
export const changeWords = ({ kind, detail, meaning, undid }: Change & Pick<HistoryLine, 'undid'>): string => {
  const what =
    undid === null ? detailWords({ kind, detail }) : sayChange(undid.kind, detailWords(undid), undid.meaning);
  return sayChange(kind, what, meaning);
};

/** Whom a line is about, as a link, unless what it says is that very name. */
const ofWords = ({ of, detail }: HistoryLine): Piece | null =>
  of === null || of.name === detail ? null : { text: of.name, shown: <a href={addressOf(of.id)}>{of.name}</a> };

export interface HistoryPartProps {
  readonly history: readonly HistoryLine[];
  readonly onUndo: (history: string) => void;
}

/** Who changed what: the reader, look-ups, imports, packs, the articles that were read. */
export const HistoryPart = ({ lead = null, history, onUndo }: HistoryPartProps & { readonly lead?: string | null }) => (
  <Part title={words.library.part.history}>
    {lead === null ? null : <p class="part__lead">{lead}</p>}
    {history.length === 0 ? <p class="part__none">{words.library.none.history}</p> : null}
    <Unfold
      items={history}
      first={8}
      list={(shown) => (
        <ol class="history">
          {shown.map((line, index) => (
            <li key={line.id ?? index} class="history__line" data-undone={line.isUndone} tabIndex={-1}>
              <span class="history__by">{byWords(line.by)}</span>
              <span dir="auto">
                <Parted parts={[ofWords(line), changeWords(line), line.isUndone ? words.library.wasUndone : null]} />
              </span>
              <time dateTime={new Date(line.at).toISOString()}>{moment.format(line.at)}</time>
              {line.id === null || line.isUndone ? null : <UndoButton id={line.id} onUndo={onUndo} />}
            </li>
          ))}
        </ol>
      )}
    />
  </Part>
);

const UndoButton = ({ id, onUndo }: { readonly id: string; readonly onUndo: (history: string) => void }) => (
  <Button
    look="quiet"
    onPress={() => {
      // The button goes with what it undid; the keyboard stays at its line.
      document.activeElement?.closest<HTMLElement>('.history__line')?.focus();
      onUndo(id);
    }}
  >
    {words.library.undo}
  </Button>
);
