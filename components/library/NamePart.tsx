import { useState } from 'preact/hooks';
import type { EntityPage } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { IconButton } from '../parts/Button.tsx';
import type { LibraryActions } from './actions.ts';
import { Field, Form, TypeSelect } from './Form.tsx';
import { Part } from './Part.tsx';

interface NamePartProps {
  readonly page: EntityPage;
  readonly actions: LibraryActions;
}

const AliasForm = ({ page, actions, onClose }: NamePartProps & { readonly onClose: () => void }) => {
  const [text, setText] = useState('');
  return (
    <Form
      title={words.library.action.addName}
      onSubmit={() => actions.onEdit({ kind: 'add-alias', id: page.entity.id, alias: { text } })}
      onClose={onClose}
    >
      <Field label={words.library.field.alias} value={text} onInput={setText} />
    </Form>
  );
};

/** All names: any can be made the main one or removed, another added. */
export const NamePart = ({ page, actions }: NamePartProps) => {
  const [adding, setAdding] = useState(false);
  const { entity, aliases } = page;
  const { action } = words.library;
  return (
    <Part title={words.library.part.names} onAdd={{ label: action.addName, run: () => setAdding(true) }}>
      {adding ? <AliasForm page={page} actions={actions} onClose={() => setAdding(false)} /> : null}
      <ul class="names">
        <li class="names__name names__name--main">
          <bdi>{entity.name}</bdi>
        </li>
        {aliases.map(({ text }) => (
          <li key={text} class="names__name">
            <bdi>{text}</bdi>
            <IconButton
              icon="up"
              label={action.rename({ name: text })}
              onPress={() => void actions.onEdit({ kind: 'rename', id: entity.id, name: text })}
            />
            <IconButton
              icon="close"
              label={action.removeName({ name: text })}
              onPress={() => void actions.onEdit({ kind: 'remove-alias', id: entity.id, text })}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** Name, type and description in one form. */
export const DescribeForm = ({ page, actions, onClose }: NamePartProps & { readonly onClose: () => void }) => {
  const { entity } = page;
  const [name, setName] = useState(entity.name);
  const [type, setType] = useState(entity.type);
  const [description, setDescription] = useState(entity.description);
  const { field } = words.library;
  return (
    <Form
      title={words.library.edit}
      onSubmit={async () => {
        if (name.trim() !== entity.name) {
          const failed = await actions.onEdit({ kind: 'rename', id: entity.id, name });
          if (failed !== null) return failed;
        }
        if (type === entity.type && description === entity.description) return null;
        return actions.onEdit({ kind: 'describe', id: entity.id, type, description, gender: entity.gender ?? null });
      }}
      onClose={onClose}
    >
      <Field label={field.name} value={name} onInput={setName} />
      <TypeSelect value={type} onChange={setType} />
      <Field label={field.description} value={description} onInput={setDescription} />
    </Form>
  );
};

interface DraftFormProps {
  readonly title: string;
  readonly name: string;
  readonly actions: LibraryActions;
  readonly onClose: () => void;
}

/** A new name in the store. */
export const CreateForm = ({ title, name: first, actions, onClose }: DraftFormProps) => {
  const [name, setName] = useState(first);
  const [type, setType] = useState<EntityPage['entity']['type']>('person');
  const [description, setDescription] = useState('');
  const [others, setOthers] = useState('');
  const { field } = words.library;
  return (
    <Form
      title={title}
      onSubmit={() =>
        actions.onEdit({
          kind: 'create',
          entity: { type, name, description, aliases: linesOf(others).map((text) => ({ text })) },
        })
      }
      onClose={onClose}
    >
      <Field label={field.name} value={name} onInput={setName} />
      <TypeSelect value={type} onChange={setType} />
      <Field label={field.description} value={description} onInput={setDescription} />
      <Field label={field.otherNames} value={others} onInput={setOthers} lines={3} />
    </Form>
  );
};

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
