import { words } from '../../lib/i18n/words.ts';
import './Unsaved.css';

/** Says that the browser did not take the last change of a setting; where it did, nothing. */
export const Unsaved = ({ is }: { readonly is: boolean }) => (
  <p class="unsaved" role="alert">
    {is ? words.unsaved : ''}
  </p>
);
