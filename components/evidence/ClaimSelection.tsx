import { words } from '../../lib/i18n/words.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { Button } from '../parts/Button.tsx';
import './ClaimSelection.css';
import { ExportClaims } from './ExportClaims.tsx';

interface ClaimSelectionProps {
  readonly reading: PageReading;
  /** Those that the list shows. */
  readonly shown: readonly PageClaim[];
  /** Places of those that are chosen; null while none are being chosen. */
  readonly selected: ReadonlySet<number> | null;
  readonly onSelected: (selected: ReadonlySet<number> | null) => void;
}

/** Above the list of claims: save all that it shows, or choose some first. */
export const ClaimSelection = ({ reading, shown, selected, onSelected }: ClaimSelectionProps) => {
  const chosen = selected === null ? shown : reading.claims.filter(({ index }) => selected.has(index));
  return (
    <div class="claim-selection">
      <Button look="quiet" onPress={() => onSelected(selected === null ? new Set() : null)}>
        {selected === null ? words.evidence.select : words.evidence.selectNone}
      </Button>
      {chosen.length === 0 ? (
        <span class="claim-selection__hint" role="status">
          {words.evidence.selectHint}
        </span>
      ) : (
        <ExportClaims
          look="quiet"
          label={words.evidence.exportCount({ count: chosen.length })}
          claims={chosen}
          reading={reading}
        />
      )}
    </div>
  );
};
