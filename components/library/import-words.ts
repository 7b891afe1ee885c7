import type { ImportFailure } from '../../lib/model/exchange.ts';
import { unreachable } from '../../lib/model/result.ts';
import { words } from '../../lib/i18n/words.ts';

/** Why a file was refused, in words. */
export const importFailureWords = (failure: ImportFailure): string => {
  const { refused } = words.data;
  switch (failure.code) {
    case 'NotAnExport':
      return refused.notAnExport({ detail: failure.detail });
    case 'ExportTooNew':
      return refused.tooNew({ version: failure.version, understood: failure.understood });
    case 'ExportMalformed':
      return refused.malformed({ line: failure.line, detail: failure.detail });
    case 'ExportCutOff':
      return refused.cutOff({ rows: failure.rows });
    default:
      return unreachable(failure);
  }
};
