import { useEffect, useRef, useState } from 'preact/hooks';
import { ClaimForm } from '../../components/library/ClaimForm.tsx';
import type { LibraryActions } from '../../components/library/actions.ts';
import { words } from '../../lib/i18n/words.ts';
import { dropDraft, readDraft } from '../../lib/message/claim-drafts.ts';
import type { ClaimSuggestion } from '../../lib/model/claim-draft.ts';

interface ClaimPlaceProps {
  readonly draft: string;
  readonly actions: Pick<LibraryActions, 'onEdit' | 'onSearch'>;
  /** The form was left without saving. */
  readonly onLeave: () => void;
}

/** The form for words that were selected on a page. */
export const ClaimPlace = ({ draft, actions, onLeave }: ClaimPlaceProps) => {
  const [found, setFound] = useState<ClaimSuggestion | 'gone' | null>(null);
  const isSaved = useRef(false);
  useEffect(() => {
    void readDraft(draft).then((suggestion) => setFound(suggestion ?? 'gone'));
  }, [draft]);
  if (found === null) return <p class="library__empty">{words.library.loading}</p>;
  if (found === 'gone') return <p class="library__empty">{words.saveClaim.gone}</p>;
  return (
    <ClaimForm
      suggestion={found}
      onSearch={actions.onSearch}
      onSave={async (claim) => {
        const outcome = await actions.onEdit({ kind: 'add-claim', claim });
        isSaved.current = outcome === null;
        if (outcome === null) await dropDraft(draft);
        return outcome;
      }}
      onClose={() => {
        if (!isSaved.current) onLeave();
      }}
    />
  );
};
