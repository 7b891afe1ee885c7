import { words } from '../../lib/i18n/words.ts';
import { type ExportFormat, exportFormats } from '../../lib/evidence/evidence.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { Button } from '../parts/Button.tsx';
import { download, exportFile } from './export-file.ts';
import './ExportClaims.css';

interface ExportClaimsProps {
  /** What the button says. */
  readonly label: string;
  readonly look: 'plain' | 'quiet';
  readonly claims: readonly PageClaim[];
  readonly reading: PageReading;
}

const names: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown', csv: 'CSV', 'json-ld': 'JSON-LD' };

/** Saves claims with their receipts as a file of a format of choice. */
export const ExportClaims = ({ label, look, claims, reading }: ExportClaimsProps) => (
  <details class="export-claims">
    <summary class={`button button--${look} export-claims__open`}>{label}</summary>
    <div class="export-claims__formats" role="group" aria-label={words.evidence.saveAs}>
      {exportFormats.map((format) => (
        <Button key={format} onPress={() => download(exportFile(format, claims, reading))}>
          {names[format]}
        </Button>
      ))}
    </div>
  </details>
);
