import { passageLink } from '../../lib/evidence/text-fragment.ts';
import type { Source } from '../../lib/model/source.ts';
import { dateWords } from '../dates.ts';
import { safeLink } from '../links.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma } from '../words.ts';
import './SourceLine.css';

interface SourceLineProps {
  readonly source: Source;
  /** When it was said, if that is known. */
  readonly saidAt?: string | null;
  /** The exact words, where the link leads to them rather than to the source as a whole. */
  readonly passage?: string | null;
}

/** A receipt: title as a link, outlet and date. Only http and https addresses become links. */
export const SourceLine = ({ source, saidAt = null, passage = null }: SourceLineProps) => {
  const { publisher } = source;
  const link = passage === null ? safeLink(source.url) : passageLink(source.url, passage);
  const title = source.title === '' ? words.untitled : source.title;
  const { publishedAt } = source;
  const day = publishedAt ?? saidAt;
  /** The source's own day, or a part of it, is not told twice. */
  const isOfDay = saidAt === null || day === null || day.startsWith(saidAt) || dateWords(day) === dateWords(saidAt);
  return (
    <span class="source">
      {link === null ? (
        <cite>
          <bdi>{title}</bdi>
        </cite>
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          <cite>
            <bdi>{title}</bdi>
          </cite>
        </a>
      )}
      {publisher === null ? null : (
        <>
          {comma}
          <bdi>{publisher}</bdi>
        </>
      )}
      {day === null ? null : (
        <>
          {comma}
          <time dateTime={day}>{dateWords(day)}</time>
        </>
      )}
      {isOfDay ? null : (
        <>
          {comma}
          <time dateTime={saidAt}>{words.card.saidAt({ date: dateWords(saidAt) })}</time>
        </>
      )}
    </span>
  );
};
