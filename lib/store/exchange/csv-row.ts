import type { LeftOutReason, LineFault } from '../../model/exchange.ts';
import type { createNameIds } from './name-ids.ts';

/** A row's cells by the columns that the table has. */
export type ToldCells = Readonly<Record<string, string>>;

/** Why a row ends the reading; `of` as in `ExportMalformed`. */
export interface RowFault {
  readonly fault: LineFault;
  readonly of: string;
}

export type LeaveOut = (why: LeftOutReason, name: string) => void;

/** What making a record of a row needs from the table around it. */
export interface Making {
  readonly idOf: ReturnType<typeof createNameIds>;
  readonly leaveOut: LeaveOut;
}

export const isId = (text: string): boolean => /^[a-z][a-z0-9.-]*:[!-~]+$/u.test(text);

/** Several values in one cell, parted as in our own tables unless given. */
export const many = (cell: string | undefined, parting: '|' | RegExp = '|'): string[] =>
  (cell ?? '')
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== '');
