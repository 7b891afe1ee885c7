import { words } from '../../lib/i18n/words.ts';
import type { EarlierWording } from '../../lib/model/claim.ts';
import { momentWords } from '../dates.ts';
import { Section } from '../parts/Section.tsx';
import './Changes.css';

/** What the page said in this place when it was read before. */
export const EarlierWordings = ({ earlier }: { readonly earlier: readonly EarlierWording[] }) =>
  earlier.length === 0 ? null : (
    <Section title={words.evidence.changed}>
      <ul class="changes">
        {earlier.map(({ text, readAt }) => (
          <li key={readAt}>
            <del class="changes__was" dir="auto">
              {text}
            </del>
            <span class="changes__when">{words.evidence.readSo({ date: momentWords(readAt) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );

interface ChangeNoteProps {
  readonly earlier: readonly EarlierWording[];
  readonly goneAt: number | null;
}

/** One line on a statement of another page that is no longer as it was read. */
export const ChangeNote = ({ earlier, goneAt }: ChangeNoteProps) => {
  const [last] = earlier;
  if (goneAt !== null) return <span class="change-note">{words.evidence.gone({ date: momentWords(goneAt) })}</span>;
  if (last === undefined) return null;
  return (
    <span class="change-note">
      <bdi>{words.evidence.was({ date: momentWords(last.readAt), words: last.quote ?? last.text })}</bdi>
    </span>
  );
};
