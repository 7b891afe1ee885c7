import { passageLink } from '../../lib/evidence/text-fragment.ts';
import type { Source } from '../../lib/model/source.ts';
import { dateWords } from '../dates.ts';
import { safeLink } from '../links.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma } from '../words.ts';
import './SourceLine.css';

interface SourceLineProps {
  readonly source: Source;
  /** When it was said, where that differs from the day of the source. */
  readonly on?: string | null;
  /** The exact words, where the link leads to them rather than to the source as a whole. */
  readonly passage?: string | null;
}

/** A receipt: title as a link, outlet and date. Only http and https addresses become links. */
export const SourceLine = ({ source, on = null, passage = null }: SourceLineProps) => {
  const { publisher } = source;
  const link = passage === null ? safeLink(source.url) : passageLink(source.url, passage);
  const title = source.title === '' ? words.untitled : source.title;
  const date = on ?? source.publishedAt;
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
      {date === null || publisher?.includes(dateWords(date)) === true ? null : (
        <>
          {comma}
          <time dateTime={date}>{dateWords(date)}</time>
        </>
      )}
    </span>
  );
};
