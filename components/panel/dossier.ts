import { words } from '../../lib/i18n/words.ts';
import { isDiffering } from '../../lib/model/claim.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { plain, target } from '../../lib/evidence/markdown.ts';
import { passageLink } from '../../lib/evidence/text-fragment.ts';
import { exactWords } from '../citation.ts';
import { plainDate } from '../dates.ts';
import { fileStem } from '../file-name.ts';
import { foreignWords } from '../foreign-page.ts';
import { quantityWords } from '../quantities.ts';
import { lineOf } from '../words.ts';
import { periodWords } from './dated-claims.ts';

const link = (text: string, address: string | null): string =>
  address === null ? text : `[${text}](${target(address)})`;

const castLine = (figure: Figure): string => {
  const known = figure.entity === null ? words.notInStore : null;
  const line = lineOf([
    plain(figure.roleOnDay ?? figure.description),
    known,
    words.count.mentions({ count: figure.mentions }),
  ]);
  return `- **${plain(figure.name)}** (${words.type[figure.type].one}): ${line}`;
};

const claimLine = (claim: PageClaim, reading: PageReading): string => {
  const name = reading.figures.find(({ cluster }) => cluster === claim.speaker)?.name ?? claim.speakerWords;
  const address = passageLink(reading.article.canonicalUrl ?? reading.article.url, claim.text);
  const about = lineOf([
    isDiffering(claim.related) ? `**${words.panel.differing}**` : null,
    words.kind[claim.kind].one,
    plain(name ?? words.noSourceNamed),
    claim.when === null ? null : periodWords(claim.when).replaceAll('\u00A0', ' '),
    ...claim.quantities.map((quantity) => plain(quantityWords(quantity, claim.text))),
    link(words.paragraph({ number: claim.paragraph }), address),
  ]);
  return `${claim.index + 1}. ${plain(exactWords(claim))}  \n   ${about}`;
};

/** All that a page names and claims, as Markdown: figures by weight, claims in reading order, each with its place. */
export const dossierOf = (reading: PageReading): string => {
  const { title, publisher, authors, publishedAt, canonicalUrl, url } = reading.article;
  const { noFigures, noClaims } = words.panel;
  const from = lineOf([
    authors.length === 0 ? null : authors.map(plain).join(', '),
    publisher === null ? null : plain(publisher),
    publishedAt === null ? null : plainDate(publishedAt),
    words.library.read({ date: plainDate(reading.receipt.readAt) }),
  ]);
  return [
    `# ${link(plain(title ?? words.untitled), canonicalUrl ?? url)}`,
    from,
    `## ${words.figures}`,
    reading.figures.map(castLine).join('\n') || noFigures.text,
    `## ${words.claims}`,
    reading.claims.map((claim) => claimLine(claim, reading)).join('\n') || (foreignWords(reading) ?? noClaims).text,
  ]
    .join('\n\n')
    .concat('\n');
};

/** A file name of the title's own words. */
export const dossierName = ({ article }: PageReading): string =>
  `${fileStem(article.title ?? '').toLowerCase() || 'sidelight'}.md`;
