import type { Source } from '../../lib/model/source.ts';
import { dateWords } from '../dates.ts';
import { safeLink } from '../links.ts';
import { words } from '../../lib/i18n/words.ts';
import './SourceLine.css';

interface SourceLineProps {
  readonly source: Source;
  /** When it was said, where that differs from the day of the source. */
  readonly on?: string | null;
}

/** A receipt: title as a link, outlet and date. Only http and https addresses become links. */
export const SourceLine = ({ source, on = null }: SourceLineProps) => {
  const { publisher } = source;
  const link = safeLink(source.url);
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
          , <bdi>{publisher}</bdi>
        </>
      )}
      {date === null || publisher?.includes(dateWords(date)) === true ? null : (
        <>
          , <time dateTime={date}>{dateWords(date)}</time>
        </>
      )}
    </span>
  );
};
