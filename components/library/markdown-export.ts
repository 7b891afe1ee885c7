import type { EntityPage } from '../../lib/model/library.ts';
import { factWords } from '../fact-words.ts';
import { words } from '../../lib/i18n/words.ts';
import { spellWords } from '../dates.ts';
import { safeLink } from '../links.ts';
import { predicateWords } from '../predicates.ts';
import type { Source } from '../../lib/model/source.ts';

/** Words as they are, where Markdown would read them as marks. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1');

const receipt = ({ title, url, publisher, publishedAt }: Source): string => {
  const link = safeLink(url);
  const name = link === null ? plain(title) : `[${plain(title)}](<${link}>)`;
  return [name, publisher === null ? '' : plain(publisher), publishedAt ?? ''].filter((part) => part !== '').join(', ');
};

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`;

/** One entity as a Markdown document: names, facts and claims with their receipts, articles, notes. */
export const toMarkdown = (page: EntityPage): string => {
  const { entity } = page;
  const { part } = words.library;
  const facts = page.facts.map(({ line }) => {
    const spell = spellWords(line.validFrom, line.validTo, line.tense);
    return `- **${predicateWords(line.predicate)}**: ${plain(factWords(line))}${spell === null ? '' : `, ${plain(spell)}`} (${receipt(line.source)})`;
  });
  const claims = page.claims.map(
    ({ statement }) =>
      `> ${plain(statement.text)}\n>\n> ${plain(statement.speakerName ?? '')} — ${receipt(statement.source)}\n`,
  );
  return [
    `# ${plain(entity.name)}\n`,
    `\n${words.type[entity.type].one} · \`${entity.id}\`\n`,
    entity.description === '' ? '' : `\n${plain(entity.description)}\n`,
    section(
      part.names,
      page.aliases.map(({ text }) => `- ${plain(text)}`),
    ),
    section(part.facts, facts),
    section(part.claims, claims),
    section(
      part.metIn,
      page.metIn.map(({ source }) => `- ${receipt(source)}`),
    ),
    section(
      part.notes,
      page.notes.map(({ text }) => `${text}\n`),
    ),
  ].join('');
};
