import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { EntityBrief } from '../../lib/model/card.ts';
import { claimKinds } from '../../lib/model/claim.ts';
import type { ClaimDraft, ClaimSuggestion } from '../../lib/model/claim-draft.ts';
import { asSourceId } from '../../lib/model/ids.ts';
import { SourceLine } from '../parts/SourceLine.tsx';
import type { EditOutcome, LibraryActions } from './actions.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { Field, Form, Select } from './Form.tsx';
import { Radios } from './Radios.tsx';

type Speaking = 'known' | 'new' | 'other' | 'none';

interface ClaimFormProps {
  readonly suggestion: ClaimSuggestion;
  readonly onSave: (draft: ClaimDraft) => Promise<EditOutcome>;
  readonly onSearch: LibraryActions['onSearch'];
  readonly onClose: () => void;
}

interface SubjectsProps {
  readonly all: readonly EntityBrief[];
  readonly chosen: ReadonlySet<EntityBrief['id']>;
  readonly onToggle: (brief: EntityBrief) => void;
  readonly onSearch: LibraryActions['onSearch'];
}

/** What it is about: what the page says, and whatever else is found in the store. */
const Subjects = ({ all, chosen, onToggle, onSearch }: SubjectsProps) => (
  <>
    {all.length === 0 ? null : (
      <fieldset class="picker">
        <legend class="picker__label">{words.saveClaim.about}</legend>
        {all.map((brief) => (
          <label key={brief.id} class="form__choice">
            <input type="checkbox" checked={chosen.has(brief.id)} onChange={() => onToggle(brief)} />
            <span>
              <bdi>{brief.name}</bdi>
            </span>
          </label>
        ))}
      </fieldset>
    )}
    <EntityPicker
      key={all.length}
      label={all.length === 0 ? words.saveClaim.about : words.saveClaim.aboutMore}
      picked={null}
      onSearch={onSearch}
      onPick={(brief) => {
        if (brief !== null) onToggle(brief);
      }}
    />
  </>
);

/** Words that were selected on a page, to be kept as a claim with who said it, what it is about and where it stands. */
export const ClaimForm = ({ suggestion, onSave, onSearch, onClose }: ClaimFormProps) => {
  const { speaker, speakerName } = suggestion;
  const [text, setText] = useState(suggestion.text);
  const [kind, setKind] = useState(suggestion.kind);
  const [saidAt, setSaidAt] = useState(suggestion.saidAt ?? '');
  const [speaking, setSpeaking] = useState<Speaking>(
    speaker !== null ? 'known' : speakerName !== null ? 'new' : suggestion.about.length > 0 ? 'none' : 'other',
  );
  const [other, setOther] = useState<EntityBrief | null>(null);
  const [all, setAll] = useState(suggestion.about);
  const [about, setAbout] = useState<ReadonlySet<EntityBrief['id']>>(new Set(all.map(({ id }) => id)));
  const toggle = (brief: EntityBrief): void => {
    if (all.every(({ id }) => id !== brief.id)) setAll([...all, brief]);
    const next = new Set(about);
    if (!next.delete(brief.id)) next.add(brief.id);
    setAbout(next);
  };
  const speakerNow = (): ClaimDraft['speaker'] => {
    const named = speaking === 'known' ? speaker : speaking === 'other' ? other : null;
    if (named !== null) return { kind: 'entity', entity: named.id };
    if (speaking !== 'new' || speakerName === null) return { kind: 'none' };
    return { kind: 'new', type: 'person', name: speakerName };
  };
  const save = async (): Promise<EditOutcome> => {
    const who = speakerNow();
    if (who.kind === 'none' && about.size === 0) return words.saveClaim.nobody;
    const { quote, quantities, source } = suggestion;
    const isQuoted = quote !== null && quote.split(' … ').every((part) => text.includes(part));
    return onSave({
      text,
      kind,
      quote: isQuoted ? quote : null,
      speaker: who,
      about: [...about],
      quantities,
      saidAt: saidAt.trim() === '' ? null : saidAt.trim(),
      source,
    });
  };
  const speakers: readonly (readonly [Speaking, string])[] = [
    ...(speaker === null ? [] : [['known', speaker.name] as const]),
    ...(speakerName === null ? [] : [['new', words.saveClaim.addSpeaker({ name: speakerName })] as const]),
    ['other', words.saveClaim.other],
    ['none', words.saveClaim.noSpeaker],
  ];
  return (
    <Form title={words.saveClaim.title} hint={words.saveClaim.hint} onSubmit={save} onClose={onClose}>
      <Field label={words.saveClaim.words} value={text} onInput={setText} lines={4} />
      <p class="form__hint">
        {words.saveClaim.from} <SourceLine source={{ ...suggestion.source, id: asSourceId('draft') }} />
      </p>
      <div class="form__row">
        <Select
          label={words.saveClaim.kind}
          value={kind}
          options={claimKinds.map((value) => ({ value, label: words.kind[value].one }))}
          onChange={setKind}
        />
        <Field label={words.saveClaim.saidOn} value={saidAt} onInput={setSaidAt} hint={words.library.field.dateHint} />
      </div>
      <Radios label={words.saveClaim.speaker} value={speaking} options={speakers} onChange={setSpeaking} />
      {speaking === 'other' ? (
        <EntityPicker label={words.library.field.find} picked={other} onSearch={onSearch} onPick={setOther} />
      ) : null}
      <Subjects all={all} chosen={about} onToggle={toggle} onSearch={onSearch} />
    </Form>
  );
};
