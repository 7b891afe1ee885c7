import { words } from '../../lib/i18n/words.ts';
import './Reported.css';

/** A fault as the browser told it, in its own English: folded, for whoever is asked for help. */
export const Reported = ({ text }: { readonly text: string }) => (
  <details class="reported">
    <summary>{words.data.trouble.reported}</summary>
    <p lang="en" dir="ltr">
      {text}
    </p>
  </details>
);
