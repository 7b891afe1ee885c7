import { expect, test } from 'vitest';
import { askFailureWords } from '../../components/ask-failure.ts';
import { editFailureWords } from '../../components/library/actions.ts';
import { changeWords } from '../../components/library/HistoryPart.tsx';
import { importFailureWords } from '../../components/library/import-words.ts';

test.each([
  [{ code: 'NotAnExport', fault: 'noNameColumn' }, 'it has no column called “name”'],
  [
    { code: 'ExportMalformed', line: 3, fault: 'cells', of: '2/5' },
    'Line 3: it has 2 cells, and the table has 5 columns',
  ],
  [{ code: 'ExportMalformed', line: 2, fault: 'noType', of: 'wizard' }, '“wizard” is no type (person, '],
  [{ code: 'ExportMalformed', line: 2, fault: 'notJson', of: '' }, 'Line 2: it is no JSON'],
] as const)('a refused file: %o', (failure, said) => {
  expect(importFailureWords(failure)).toContain(said);
});

test.each([
  [{ code: 'Invalid', fault: 'noDate', of: '2024-13' }, 'Not saved: “2024-13” is no date (2024, 2024-05, 2024-05-31).'],
  [{ code: 'Invalid', fault: 'noteEmpty', of: '' }, 'Not saved: a note needs words.'],
  [{ code: 'ChangedSince', fault: 'undoneAlready' }, 'Not undone: it was undone already.'],
] as const)('a refused edit: %o', (failure, said) => {
  expect(editFailureWords(failure)).toBe(said);
});

test.each([
  [{ code: 'QuotaExceeded', detail: '12 bytes' }, 'There is no room left.'],
  [{ code: 'ContextInvalidated' }, 'Sidelight does not answer.'],
  [{ code: 'StoreUnavailable', detail: 'a lock' }, 'Your store did not answer.'],
  [{ code: 'StoreTooNew', detail: 'version 12' }, 'written by a later version of Sidelight.'],
  [{ code: 'PrivateWindow' }, 'Nothing is kept from a private window.'],
])('what the background did not do: %o', (failure, said) => {
  expect(askFailureWords(failure)).toContain(said);
  // What the browser said of it is English whatever the reader speaks.
  expect(askFailureWords(failure)).not.toContain('detail' in failure ? failure.detail : 'undefined');
});

test.each([
  [{ kind: 'rename', detail: 'Ada Vidal', meaning: null, undid: null }, 'main name: Ada Vidal'],
  [{ kind: 'add-fact', detail: 'jobTitle', meaning: null, undid: null }, 'fact added: Role'],
  [
    { kind: 'undo', detail: 'same', meaning: null, undid: { kind: 'withdraw', detail: 'same', meaning: null } },
    'undone: merge or separation taken back',
  ],
  [
    { kind: 'undo', detail: 'x', meaning: null, undid: { kind: 'remove-fact', detail: 'worksFor', meaning: null } },
    'undone: fact removed: Works for',
  ],
  [{ kind: 'undo', detail: 'Ada', meaning: null, undid: null }, 'undone: Ada'],
  [
    { kind: 'correct', detail: 'Wang', meaning: { kind: 'entity', name: 'Wang Yi' }, undid: null },
    '“Wang” stands for Wang Yi',
  ],
  [
    { kind: 'correct', detail: 'Wang', meaning: { kind: 'unknown' }, undid: null },
    '“Wang” stands for something that the store does not know',
  ],
  [
    {
      kind: 'undo',
      detail: 'Wang',
      meaning: null,
      undid: { kind: 'correct', detail: 'Wang', meaning: { kind: 'not-a-name' } },
    },
    'undone: “Wang” is not a name',
  ],
  [{ kind: 'correct', detail: 'Wang', meaning: null, undid: null }, 'what “Wang” stands for'],
] as const)('a line of the history: %o', (line, said) => {
  expect(changeWords(line)).toBe(said);
});
