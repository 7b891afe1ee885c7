import { useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { type ExportFormat, exportFormats } from '../../lib/evidence/evidence.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { saveText } from '../download.ts';
import { Button } from '../parts/Button.tsx';
import { exportFile } from './export-file.ts';
import './ExportClaims.css';

interface ExportClaimsProps {
  /** What the button says. */
  readonly label: string;
  readonly look: 'plain' | 'quiet';
  readonly claims: readonly PageClaim[];
  readonly reading: PageReading;
}

const names: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown', csv: 'CSV', 'json-ld': 'JSON-LD' };

/** Saves claims with their receipts as a file of a format of choice; the formats lie over what is there, which stays put. */
export const ExportClaims = ({ label, look, claims, reading }: ExportClaimsProps) => {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const save = (format: ExportFormat): void => {
    const { name, text, type } = exportFile(format, claims, reading);
    saveText(name, text, type);
  };
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    // The next press closes the card.
    event.stopPropagation();
    event.preventDefault();
    setOpen(false);
    opener.current?.focus();
  };
  const closeOnceLeft = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const stays =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!stays) setOpen(false);
  };
  return (
    <div class="export-claims" onKeyDown={closeByKey} onFocusOut={closeOnceLeft}>
      <button
        ref={opener}
        type="button"
        class={`button button--${look}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{label}</span>
      </button>
      {isOpen ? (
        <div class="export-claims__formats" role="group" aria-label={words.evidence.saveAs}>
          {exportFormats.map((format) => (
            <Button key={format} onPress={() => save(format)}>
              {names[format]}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
};
