import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import { saveText } from '../download.ts';
import { IconButton } from '../parts/Button.tsx';
import { dossierName, dossierOf } from './dossier.ts';

interface DossierButtonsProps {
  readonly reading: PageReading;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Copies what the page names and claims, or saves it as a file. */
export const DossierButtons = ({ reading, onCopy }: DossierButtonsProps) => {
  const [outcome, setOutcome] = useState('');
  const copy = () => {
    setOutcome('');
    void onCopy(dossierOf(reading)).then((done) =>
      setOutcome(done ? words.panel.dossierCopied : words.panel.dossierNotCopied),
    );
  };
  return (
    <>
      <span class="panel__outcome" role="status">
        {outcome}
      </span>
      <IconButton icon="copy" label={words.panel.copyDossier} onPress={copy} />
      <IconButton
        icon="save"
        label={words.panel.saveDossier}
        onPress={() => saveText(dossierName(reading), dossierOf(reading), 'text/markdown')}
      />
    </>
  );
};
