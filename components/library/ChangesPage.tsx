import { words } from '../../lib/i18n/words.ts';
import { HistoryPart, type HistoryPartProps } from './HistoryPart.tsx';
import './DataPage.css';

/** The latest changes of the whole store, also those that belong to no entry: what a name stands for on a page. */
export const ChangesPage = ({ history, onUndo }: HistoryPartProps) => (
  <article class="data">
    <h2 class="unseen">{words.library.changes}</h2>
    <HistoryPart lead={words.library.changesHint} history={history} onUndo={onUndo} />
  </article>
);
