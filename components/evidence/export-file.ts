import { languageTag, words } from '../../lib/i18n/words.ts';
import { toCsv } from '../../lib/evidence/csv.ts';
import { type ExportFormat, toEvidence } from '../../lib/evidence/evidence.ts';
import { toJsonLd } from '../../lib/evidence/json-ld.ts';
import { toMarkdown } from '../../lib/evidence/markdown.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { unreachable } from '../../lib/model/result.ts';
import { plainDate } from '../dates.ts';
import { fileStem } from '../file-name.ts';
import { quantityWords } from '../quantities.ts';

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A file name of the article's title. */
const baseName = ({ title, publisher }: PageReading['article']): string =>
  `sidelight-${fileStem(title ?? publisher ?? '').toLowerCase() || 'claims'}`;

const moments = new Intl.DateTimeFormat(languageTag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Claims of a page as a file. */
export const exportFile = (format: ExportFormat, claims: readonly PageClaim[], reading: PageReading): ExportFile => {
  const all = claims.map((claim) => toEvidence(claim, reading));
  const name = baseName(reading.article);
  switch (format) {
    case 'markdown':
      return {
        name: `${name}.md`,
        type: 'text/markdown',
        text: toMarkdown(all, {
          reporting: (speaker) => words.evidence.reporting({ speaker }),
          paragraph: (n) => words.paragraph({ number: n }),
          read: (at) => words.evidence.readAt({ moment: `${moments.format(new Date(at))} UTC` }),
          hash: (hash) => words.evidence.textHash({ hash }),
          quantity: quantityWords,
          date: plainDate,
        }),
      };
    case 'csv':
      return { name: `${name}.csv`, type: 'text/csv', text: toCsv(all) };
    case 'json-ld':
      return { name: `${name}.jsonld`, type: 'application/ld+json', text: toJsonLd(all) };
    default:
      return unreachable(format);
  }
};
