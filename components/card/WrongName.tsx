import { useCallback, useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { Edit } from '../../lib/model/edit.ts';
import type { Figure } from '../../lib/model/reading.ts';
import { words } from '../../lib/i18n/words.ts';
import { EntityPicker } from '../library/EntityPicker.tsx';
import { Field, Form, TypeSelect } from '../library/Form.tsx';
import { Radios } from '../library/Radios.tsx';
import { useDraft } from './drafts.ts';
import type { CardTools } from './tools.ts';

type Kind = 'other' | 'new' | 'unknown' | 'not-a-name';
type Scope = Extract<Edit, { kind: 'correct' }>['scope'];

interface WrongNameProps {
  /** What is chosen to begin with. */
  readonly start: Kind;
  readonly figure: Figure;
  /** Address of the article; null where it has none, and nothing can be said of it alone. */
  readonly url: string | null;
  readonly tools: CardTools;
  readonly onClose: () => void;
}

/** What a name on the page really stands for, there or wherever it is written; the page is read anew at once. */
export const WrongName = ({ start, figure, url, tools, onClose }: WrongNameProps) => {
  const written = figure.forms[0] ?? figure.name;
  const [kind, setKind] = useDraft('kind', start);
  const [scope, setScope] = useDraft<Scope>('scope', url === null || start === 'new' ? 'everywhere' : 'here');
  const [other, setOther] = useState<EntityBrief | null>(null);
  const [name, setName] = useDraft<string>('name', written);
  const [type, setType] = useDraft('type', figure.type);
  const [description, setDescription] = useDraft<string>('description', figure.role ?? '');
  const { onSearch } = tools;
  const searchOthers = useCallback(
    async (query: string) => (await onSearch(query)).filter(({ id }) => id !== figure.entity),
    [onSearch, figure.entity],
  );
  const wrongName = words.wrongName;
  const library = words.library;
  const target = (): Extract<Edit, { kind: 'correct' }>['target'] | null => {
    if (kind === 'other') return other === null ? null : { kind: 'entity', entity: other.id };
    return kind === 'new' ? { kind, entity: { type, name, description, aliases: [] } } : { kind };
  };
  return (
    <div class="wrong-name">
      <Form
        title={wrongName.title({ name: written })}
        onSubmit={async () => {
          const chosen = target();
          if (chosen === null) return wrongName.choose;
          const edit: Edit = { kind: 'correct', url, name: written, wrong: figure.entity, target: chosen, scope };
          const outcome = await tools.onEdit(edit);
          if (outcome === null) tools.onCorrected();
          return outcome;
        }}
        onClose={onClose}
      >
        <Radios
          label={wrongName.itIs}
          value={kind}
          options={[
            ['other', wrongName.other],
            ['new', wrongName.new],
            ['unknown', wrongName.unknown],
            ['not-a-name', wrongName.notAName],
          ]}
          onChange={setKind}
        />
        {kind === 'other' ? (
          <EntityPicker
            label={library.field.find}
            picked={other}
            query={written}
            nothing={figure.entity === null ? library.nothing : library.nothingElse}
            onSearch={searchOthers}
            onPick={setOther}
          />
        ) : null}
        {kind === 'new' ? (
          <>
            <Field label={library.field.name} value={name} onInput={setName} />
            <TypeSelect value={type} onChange={setType} />
            <Field label={library.field.description} value={description} onInput={setDescription} />
          </>
        ) : null}
        {kind === 'not-a-name' ? <p class="form__hint">{wrongName.wayBack}</p> : null}
        {url === null ? null : (
          <Radios
            label={wrongName.where}
            value={scope}
            options={[
              ['here', wrongName.here],
              ['everywhere', wrongName.everywhere],
            ]}
            onChange={setScope}
          />
        )}
      </Form>
    </div>
  );
};
