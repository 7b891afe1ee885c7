import { useMemo } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids.ts';
import type { Figure } from '../../lib/model/reading.ts';
import { words } from '../../lib/i18n/words.ts';
import { NoteForm } from '../library/NoteForm.tsx';
import { LookUp } from '../look-up/LookUp.tsx';
import { Button } from '../parts/Button.tsx';
import type { CardTools } from './tools.ts';
import { WrongName } from './WrongName.tsx';
import './FigureTools.css';

export type OpenTool = 'none' | 'look-up' | 'add' | 'wrong-name' | 'note';

interface ToolRowProps {
  readonly entity: EntityId | null;
  /** Null for an entity that the page does not name: there is nothing to correct on it. */
  readonly figure: Figure | null;
  readonly tools: CardTools;
  readonly onOpen: (tool: OpenTool) => void;
}

/** The foot of a figure's card. */
export const ToolRow = ({ entity, figure, tools, onOpen }: ToolRowProps) => (
  <div class="card-tools">
    <Button look={entity === null ? 'strong' : 'plain'} onPress={() => onOpen('look-up')}>
      {words.lookUp.do}
    </Button>
    {entity === null ? null : (
      <>
        <Button onPress={() => onOpen('note')}>{words.card.note}</Button>
        <Button onPress={() => tools.onLibrary(entity)}>{words.library.name}</Button>
      </>
    )}
    {entity !== null || figure === null ? null : <Button onPress={() => onOpen('add')}>{words.card.addToStore}</Button>}
    {figure === null ? null : (
      <Button look="quiet" onPress={() => onOpen('wrong-name')}>
        {words.wrongName.open}
      </Button>
    )}
  </div>
);

interface ToolPanelProps {
  readonly open: OpenTool;
  readonly name: string;
  readonly entity: EntityId | null;
  readonly figure: Figure | null;
  readonly url: string | null;
  readonly tools: CardTools;
  readonly onClose: () => void;
  /** The store has something new of this card. */
  readonly onChanged: () => void;
  /** What was done is nowhere to be seen at once. */
  readonly onDone: (what: string) => void;
}

/** What a button of the foot opens, above what the store says. */
export const ToolPanel = ({ open, name, entity, figure, url, tools, onClose, onChanged, onDone }: ToolPanelProps) => {
  const looking = useMemo(
    () => ({
      ...tools.lookUp(name, entity),
      onKept: () => {
        onChanged();
        if (entity === null) tools.onCorrected();
      },
    }),
    [tools, name, entity],
  );
  if (open === 'look-up')
    return (
      <LookUp
        name={name}
        actions={looking}
        how={tools.lookUpsByThemselves ? 'by-itself' : 'by-hand'}
        onClose={onClose}
      />
    );
  if ((open === 'wrong-name' || open === 'add') && figure !== null)
    return (
      <WrongName
        key={open}
        start={open === 'add' ? 'new' : 'other'}
        figure={figure}
        url={url}
        tools={tools}
        onClose={onClose}
      />
    );
  if (open === 'note' && entity !== null)
    return (
      <div class="card-form">
        <NoteForm
          title={words.library.action.addNote}
          text=""
          lines={4}
          onSave={async (text) => {
            const outcome = await tools.onEdit({ kind: 'add-note', id: entity, text });
            if (outcome !== null) return outcome;
            onChanged();
            onDone(words.library.change.addNote);
            return null;
          }}
          onClose={onClose}
        />
      </div>
    );
  return null;
};
