import { words } from '../../lib/i18n/words.ts';
import './Reported.css';

/** What a browser or a server said of a fault, mostly in English: folded, for whoever is asked for help. */
export const Reported = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <details class="reported">
      <summary>{words.technical}</summary>
      <p lang="en" dir="ltr">
        {text}
      </p>
    </details>
  );
