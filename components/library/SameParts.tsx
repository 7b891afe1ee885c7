import { useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { EntityPage } from '../../lib/model/library.ts';
import { spellWords } from '../dates.ts';
import { factWords } from '../fact-words.ts';
import { words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { predicateWords } from '../predicates.ts';
import { colon, lineOf } from '../words.ts';
import type { LibraryActions } from './actions.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { Field, Form, TypeSelect } from './Form.tsx';
import { Part } from './Part.tsx';

interface PageProps {
  readonly page: EntityPage;
  readonly actions: LibraryActions;
}

/** What was joined or told apart, each with its way back. */
export const SamePart = ({ page, actions }: PageProps) => {
  if (page.assertions.length === 0) return null;
  const { id } = page.entity;
  return (
    <Part title={words.library.part.same}>
      <ul class="assertions">
        {page.assertions.map(({ id: assertion, kind, other }) => (
          <li key={assertion}>
            <span>
              {kind === 'same'
                ? words.library.same({ name: other.name })
                : words.library.different({ name: other.name })}
            </span>
            <Button look="quiet" onPress={() => void actions.onEdit({ kind: 'withdraw', id, assertion })}>
              {kind === 'same'
                ? words.library.action.part({ name: other.name })
                : words.library.action.sameAfterAll({ name: other.name })}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** Chooses the entry that is the same as this one. */
export const MergeForm = ({ page, actions, onClose }: PageProps & { readonly onClose: () => void }) => {
  const [other, setOther] = useState<EntityBrief | null>(null);
  const { merge } = words.library;
  const { id, name } = page.entity;
  return (
    <Form
      title={merge.title({ name })}
      hint={merge.hint({ name })}
      submit={merge.do({ name: other?.name ?? '…' })}
      onSubmit={() =>
        other === null
          ? Promise.resolve(words.wrongName.choose)
          : actions.onEdit({ kind: 'merge', keep: id, join: other.id })
      }
      onClose={onClose}
    >
      <EntityPicker
        label={words.library.field.find}
        picked={other}
        query={name}
        onSearch={async (query) => (await actions.onSearch(query)).filter((brief) => brief.id !== id)}
        onPick={setOther}
      />
    </Form>
  );
};

interface TicksProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly words: (item: T) => string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

const Ticks = <T,>({ label, items, keyOf, words: say, ticked, onTick }: TicksProps<T>) => {
  if (items.length === 0) return null;
  const toggle = (key: string): void => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick(next);
  };
  return (
    <fieldset class="picker">
      <legend class="picker__label">{label}</legend>
      <div class="form__choices">
        {items.map((item) => (
          <label key={keyOf(item)} class="form__choice">
            <input type="checkbox" checked={ticked.has(keyOf(item))} onChange={() => toggle(keyOf(item))} />
            <span dir="auto">{say(item)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const none: ReadonlySet<string> = new Set();

/** Chooses what belongs to the other one of two that stand in one entry. */
export const SplitForm = ({ page, actions, onClose }: PageProps & { readonly onClose: () => void }) => {
  const [name, setName] = useState(page.entity.name);
  const [type, setType] = useState(page.entity.type);
  const [description, setDescription] = useState('');
  const [aliases, setAliases] = useState(none);
  const [facts, setFacts] = useState(none);
  const [claims, setClaims] = useState(none);
  const [sources, setSources] = useState(none);
  const { split, field, part } = words.library;
  return (
    <Form
      title={split.title({ name: page.entity.name })}
      hint={split.hint}
      submit={split.do}
      onSubmit={() =>
        actions.onEdit({
          kind: 'split',
          id: page.entity.id,
          entity: { name, type, description, aliases: [...aliases].map((text) => ({ text })) },
          facts: page.facts.map(({ fact }) => fact.id).filter((id) => facts.has(id)),
          claims: page.claims.map(({ statement }) => statement.id).filter((id) => claims.has(id)),
          sources: page.metIn.map(({ source }) => source.id).filter((id) => sources.has(id)),
        })
      }
      onClose={onClose}
    >
      <Field label={field.name} value={name} onInput={setName} />
      <TypeSelect value={type} onChange={setType} />
      <Field label={field.description} value={description} onInput={setDescription} />
      <Ticks
        label={part.names}
        items={page.aliases}
        keyOf={({ text }) => text}
        words={({ text }) => text}
        ticked={aliases}
        onTick={setAliases}
      />
      <Ticks
        label={part.facts}
        items={page.facts}
        keyOf={({ fact }) => fact.id}
        words={({ line }) =>
          lineOf([
            `${predicateWords(line.predicate)}${colon}${factWords(line)}`,
            spellWords(line.validFrom, line.validTo, line.tense),
          ])
        }
        ticked={facts}
        onTick={setFacts}
      />
      <Ticks
        label={part.claims}
        items={page.claims}
        keyOf={({ statement }) => statement.id}
        words={({ statement }) => statement.text}
        ticked={claims}
        onTick={setClaims}
      />
      <Ticks
        label={split.articles}
        items={page.metIn}
        keyOf={({ source }) => source.id}
        words={({ source }) => source.title}
        ticked={sources}
        onTick={setSources}
      />
    </Form>
  );
};
