import { useId, useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { FactDraft } from '../../lib/model/edit.ts';
import type { FactValue } from '../../lib/model/fact.ts';
import type { FactEntry } from '../../lib/model/library.ts';
import { factWords } from '../fact-words.ts';
import { words } from '../../lib/i18n/words.ts';
import { predicateOf, predicateWords } from '../predicates.ts';
import type { EditOutcome, LibraryActions } from './actions.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { Field, Form, Select } from './Form.tsx';

const usual = [
  'jobTitle',
  'memberOf',
  'worksFor',
  'affiliation',
  'spouse',
  'birthDate',
  'deathDate',
  'nationality',
  'foundingDate',
  'leader',
  'parentOrganization',
  'location',
  'containedInPlace',
  'knows',
  'notToBeConfusedWith',
] as const;

type ValueKind = 'text' | 'date' | 'number' | 'entity';

const kindOf = (value: FactValue): ValueKind => {
  if ('text' in value) return 'text';
  if ('date' in value) return 'date';
  return 'number' in value ? 'number' : 'entity';
};

const textOf = (value: FactValue): string => {
  if ('text' in value) return value.text;
  if ('date' in value) return value.date;
  return 'number' in value ? String(value.number) : '';
};

const valueFrom = (kind: ValueKind, text: string, entity: EntityBrief | null): FactValue => {
  switch (kind) {
    case 'text':
      return { text: text.trim() };
    case 'date':
      return { date: text.trim() };
    case 'number':
      // What is no number is refused where facts are checked, in words.
      return { number: text.trim() === '' ? Number.NaN : Number(text) };
    case 'entity':
      return entity === null ? { text: '' } : { entity: entity.id };
  }
};

interface FactFormProps {
  /** Null for a new fact. */
  readonly entry: FactEntry | null;
  readonly onSearch: LibraryActions['onSearch'];
  readonly onSave: (fact: FactDraft) => Promise<EditOutcome>;
  readonly onClose: () => void;
}

/** One fact: its kind, its value, where it is held, since and until when, and where it is from. */
export const FactForm = ({ entry, onSearch, onSave, onClose }: FactFormProps) => {
  const fact = entry?.fact ?? null;
  const known = fact === null ? usual : [fact.predicate, ...usual];
  const [label, setLabel] = useState(predicateWords(fact?.predicate ?? 'jobTitle'));
  const [kind, setKind] = useState<ValueKind>(fact === null ? 'text' : kindOf(fact.value));
  const [text, setText] = useState(fact === null ? '' : textOf(fact.value));
  const linked = entry?.line.entity ?? null;
  const [entity, setEntity] = useState(fact !== null && 'entity' in fact.value ? linked : null);
  const [of, setOf] = useState(fact?.of === undefined ? null : linked);
  const [from, setFrom] = useState(fact?.validFrom ?? '');
  const [to, setTo] = useState(fact?.validTo ?? '');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const list = useId();
  const { field, action } = words.library;
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return (
    <Form
      title={entry === null ? action.addFact : action.editFact({ fact: factWords(entry.line) })}
      onSubmit={() =>
        onSave({
          predicate: predicateOf(label, known),
          value: valueFrom(kind, text, entity),
          of: of?.id ?? null,
          validFrom: orNull(from),
          validTo: orNull(to),
          source: { title, url: orNull(url) },
        })
      }
      onClose={onClose}
    >
      <div class="form__row">
        <Field label={field.predicate} value={label} onInput={setLabel} list={list} />
        <datalist id={list}>
          {usual.map((each) => (
            <option key={each} value={predicateWords(each)} />
          ))}
        </datalist>
        <Select
          label={field.valueKind}
          value={kind}
          options={(['text', 'date', 'number', 'entity'] as const).map((value) => ({ value, label: field[value] }))}
          onChange={setKind}
        />
      </div>
      {kind === 'entity' ? (
        <EntityPicker label={field.value} picked={entity} onSearch={onSearch} onPick={setEntity} />
      ) : (
        <Field
          label={field.value}
          value={text}
          onInput={setText}
          {...(kind === 'date' ? { hint: field.dateHint } : {})}
        />
      )}
      {kind === 'text' ? <EntityPicker label={field.of} picked={of} onSearch={onSearch} onPick={setOf} /> : null}
      <div class="form__row">
        <Field label={field.since} value={from} onInput={setFrom} />
        <Field label={field.until} value={to} onInput={setTo} />
      </div>
      <p class="form__hint">{field.dateHint}</p>
      <div class="form__row">
        <Field label={field.source} value={title} onInput={setTitle} hint={field.sourceHint} />
        <Field label={field.address} value={url} onInput={setUrl} hint="https://" />
      </div>
    </Form>
  );
};
