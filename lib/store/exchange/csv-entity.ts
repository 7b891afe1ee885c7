import { type Entity, entityTypes } from '../../model/entity.ts';
import { asEntityId } from '../../model/ids.ts';
import { isId, type Making, many, type RowFault, type ToldCells } from './csv-row.ts';

/** UTF-16 units. */
const longestName = 300;
const longestDescription = 4_000;

/** As other tables part names, those that packs are made of among them; one of ours has ids, and no name is torn in it. */
const partingElsewhere = /[|;]/u;

/** Only what the table has a column for. */
export type ToldEntity = Pick<Entity, 'id' | 'name'> & Partial<Entity>;

/** What is wrong with it, where something is. */
export function toEntity(record: ToldCells, { idOf, leaveOut }: Making): ToldEntity | RowFault {
  const name = (record['name'] ?? '').trim();
  if (name === '') return { fault: 'noName', of: '' };
  const kind = (record['type'] ?? '').trim();
  const type = kind === '' ? 'other' : entityTypes.find((each) => each === kind.toLowerCase());
  if (type === undefined) return { fault: 'noType', of: kind };
  const id = (record['id'] ?? '').trim();
  if (id !== '' && !isId(id)) return { fault: 'noId', of: id };
  const gender = record['gender']?.trim().toLowerCase() ?? '';
  const sameAs = many(record['sameAs']);
  const odd = sameAs.find((url) => !/^https?:\/\//iu.test(url));
  if (odd !== undefined) return { fault: 'noAddress', of: odd };
  if (name.length > longestName) return { fault: 'longName', of: String(longestName) };
  if (gender !== '' && gender !== 'female' && gender !== 'male') leaveOut('value', `gender: ${gender}`);
  const cut = (text: string, field: string, most: number): string => {
    if (text.length > most) leaveOut('cut', field);
    return text.slice(0, most);
  };
  return {
    id: asEntityId(id === '' ? idOf(type, name) : id),
    ...(record['type'] === undefined ? {} : { type }),
    name: name.replaceAll(/\s+/gu, ' '),
    ...(record['aliases'] === undefined
      ? {}
      : {
          aliases: many(record['aliases'], id === '' ? partingElsewhere : '|').map((alias) => ({
            text: cut(alias, 'aliases', longestName),
          })),
        }),
    ...(record['description'] === undefined
      ? {}
      : { description: cut(record['description'].trim(), 'description', longestDescription) }),
    ...(gender === 'female' || gender === 'male' ? { gender } : {}),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}
