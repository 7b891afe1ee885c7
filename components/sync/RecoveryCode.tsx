import { useId, useRef } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { useOpened } from '../opened.ts';
import { Button } from '../parts/Button.tsx';

interface RecoveryCodeProps {
  readonly class: string;
  readonly code: string;
  readonly onKept: () => void;
}

/** The code that opens the store without its passphrase: read at once, since it is shown only now. */
export const RecoveryCode = ({ code, onKept, ...rest }: RecoveryCodeProps) => {
  const root = useRef<HTMLElement>(null);
  const id = useId();
  useOpened(root);
  return (
    <section ref={root} class={rest.class} aria-labelledby={id} aria-describedby={`${id}-code`}>
      <h3 class="sync__heading" id={id}>
        {words.sync.codeTitle}
      </h3>
      <p class="sync__code" id={`${id}-code`}>
        <bdi dir="ltr">{code}</bdi>
      </p>
      <p class="options__hint">{words.sync.codeHint}</p>
      <div>
        <Button look="strong" onPress={onKept}>
          {words.sync.codeDone}
        </Button>
      </div>
    </section>
  );
};
