import { claimKinds, type ClaimKind, type Quantity } from '../../model/claim.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import { readDay } from '../../review/day.ts';
import type { ClaimColumn } from './columns.ts';
import { isId, type Making, many, type RowFault, type ToldCells } from './csv-row.ts';

/** UTF-16 units: a long paragraph. */
const longestClaim = 4_000;

/** A claim as a table tells it. */
export interface ToldClaim {
  readonly id: string;
  /** As they are written, of the columns that there are. */
  readonly cells: Partial<Readonly<Record<ClaimColumn, string>>>;
  readonly text: string;
  /** Null where the table does not say. */
  readonly kind: ClaimKind | null;
  /** Empty for none, as all that follow. */
  readonly quote: string;
  readonly speaker: EntityId | null;
  readonly speakerName: string;
  readonly about: readonly EntityId[];
  readonly quantities: readonly Quantity[];
  readonly saidAt: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

/** What is wrong with it, where something is. */
export function toClaim(cells: ToldCells, { idOf, leaveOut }: Making): ToldClaim | RowFault {
  const cell = (column: ClaimColumn): string => (cells[column] ?? '').replaceAll(/\s+/gu, ' ').trim();
  const text = cell('text');
  const kind = claimKinds.find((each) => each === cell('kind').toLowerCase()) ?? null;
  const ids = [...new Set(many(cells['about']))];
  const [id, speaker, url, saidAt] = [cell('id'), cell('speaker'), cell('url'), cell('saidAt')];
  if (text === '') return { fault: 'noText', of: '' };
  if (text.length > longestClaim) return { fault: 'longText', of: String(longestClaim) };
  if (kind === null && cell('kind') !== '') return { fault: 'noKind', of: cell('kind') };
  const noId = [id, speaker, ...ids].find((each) => each !== '' && !isId(each));
  if (noId !== undefined) return { fault: 'noId', of: noId };
  if (saidAt !== '' && readDay(saidAt) === null) return { fault: 'noDate', of: saidAt };
  if (url !== '' && !/^https?:\/\//iu.test(url)) return { fault: 'noAddress', of: url };
  const written = many(cells['quantities']);
  for (const other of written) if (quantityIn(other) === null) leaveOut('value', `quantities: ${other}`);
  return {
    id: id === '' ? idOf('claim', text) : id,
    cells,
    text,
    kind,
    quote: cell('quote'),
    speaker: speaker === '' ? null : asEntityId(speaker),
    speakerName: cell('speakerName'),
    about: ids.map(asEntityId),
    quantities: written.flatMap((each) => quantityIn(each) ?? []),
    saidAt: readDay(saidAt) ?? '',
    title: cell('title'),
    publisher: cell('publisher'),
    url,
  };
}

/** "4 percent trade"; null for what does not begin with a number. */
function quantityIn(written: string): Quantity | null {
  const [value = '', unit = '', ...of] = written.split(' ');
  const number = Number(value);
  return value === '' || Number.isNaN(number)
    ? null
    : { value: number, unit: unit === '' ? 'count' : unit, of: of.join(' ') };
}
