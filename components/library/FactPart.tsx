import { useState } from 'preact/hooks';
import type { EntityPage, FactEntry } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { spellWords } from '../dates.ts';
import { colon } from '../words.ts';
import { factWords } from '../fact-words.ts';
import { IconButton } from '../parts/Button.tsx';
import { FactValue } from '../parts/FactValue.tsx';
import { SourceLine } from '../parts/SourceLine.tsx';
import { predicateWords } from '../predicates.ts';
import type { LibraryActions } from './actions.ts';
import { EntityLink } from './EntityLink.tsx';
import { FactForm } from './FactForm.tsx';
import { Part } from './Part.tsx';

interface FactPartProps {
  readonly page: EntityPage;
  readonly actions: LibraryActions;
}

interface FactRowProps extends FactPartProps {
  readonly entry: FactEntry;
  /** Facts of one kind stand under one label. */
  readonly isFirst: boolean;
}

const FactRow = ({ entry, page, actions, isFirst }: FactRowProps) => {
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  const { fact, line } = entry;
  const { id } = page.entity;
  const spell = spellWords(line.validFrom, line.validTo, line.tense);
  const text = factWords(line);
  return (
    <li class="known-fact" data-tense={line.tense}>
      <span class="known-fact__label">
        <span class={isFirst ? '' : 'unseen'}>{predicateWords(line.predicate)}</span>
      </span>
      <div class="known-fact__text">
        <FactValue
          text={text}
          name={line.entity?.name ?? null}
          chip={line.entity === null ? null : <EntityLink brief={line.entity} onOpen={actions.onOpen} />}
          spell={spell}
        />
        {open ? <SourceLine source={line.source} /> : null}
      </div>
      <span class="known-fact__tools">
        <IconButton
          icon="receipt"
          label={`${words.source}${colon}${predicateWords(line.predicate)}, ${text}`}
          pressed={open}
          onPress={() => setOpen(!open)}
        />
        <IconButton
          icon="edit"
          label={words.library.action.editFact({ fact: text })}
          onPress={() => setEditing(!editing)}
        />
        <IconButton
          icon="close"
          label={words.library.action.removeFact({ fact: text })}
          onPress={() => void actions.onEdit({ kind: 'remove-fact', id, fact: fact.id })}
        />
      </span>
      {editing ? (
        <FactForm
          entry={entry}
          onSearch={actions.onSearch}
          onSave={(to) => actions.onEdit({ kind: 'change-fact', id, fact: fact.id, to })}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </li>
  );
};

/** Facts with their receipts; each can be corrected or removed, another added. */
export const FactPart = ({ page, actions }: FactPartProps) => {
  const [adding, setAdding] = useState(false);
  const { facts, entity } = page;
  const { part, none, action } = words.library;
  return (
    <Part title={part.facts} onAdd={{ label: action.addFact, run: () => setAdding(true) }}>
      {adding ? (
        <FactForm
          entry={null}
          onSearch={actions.onSearch}
          onSave={(fact) => actions.onEdit({ kind: 'add-fact', id: entity.id, fact })}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {facts.length === 0 ? <p class="part__none">{none.facts}</p> : null}
      <ul class="known-facts">
        {facts.map((entry, index) => (
          <FactRow
            key={entry.fact.id}
            entry={entry}
            page={page}
            actions={actions}
            isFirst={facts[index - 1]?.line.predicate !== entry.line.predicate}
          />
        ))}
      </ul>
    </Part>
  );
};
