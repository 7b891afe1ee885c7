import type { ImportFailure } from '../../lib/model/exchange.ts';
import { claimKinds } from '../../lib/model/claim.ts';
import { entityTypes } from '../../lib/model/entity.ts';
import { unreachable } from '../../lib/model/result.ts';
import { words } from '../../lib/i18n/words.ts';

/** The types of entries and kinds of claims as a table writes them: the same in every language. */
const typesOfTable = entityTypes.join(', ');

const kindsOfTable = claimKinds.join(', ');

function lineWords({ fault, of }: Extract<ImportFailure, { readonly code: 'ExportMalformed' }>): string {
  const said = words.data.refused.lineFault[fault];
  if (typeof said === 'string') return said;
  const [given = '', wanted = ''] = of.split('/');
  return said({ value: of, given, wanted, types: typesOfTable, kinds: kindsOfTable });
}

/** Why a file was refused, in words. */
export const importFailureWords = (failure: ImportFailure): string => {
  const { refused } = words.data;
  switch (failure.code) {
    case 'NotAnExport':
      return refused.notAnExport({ detail: refused.file[failure.fault] });
    case 'ExportTooNew':
      return refused.tooNew({ version: failure.version, understood: failure.understood });
    case 'ExportMalformed':
      return refused.malformed({ line: failure.line, detail: lineWords(failure) });
    case 'ExportCutOff': {
      const rows = words.data.rows({ count: failure.rows });
      return failure.expected === null
        ? refused.cutOff({ rows })
        : refused.miscounted({ rows, expected: failure.expected });
    }
    default:
      return unreachable(failure);
  }
};
