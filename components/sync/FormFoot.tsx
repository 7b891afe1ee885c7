import { words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';

interface FormFootProps {
  /** What the form does, on the button that does it. */
  readonly does: string;
  readonly isWorking: boolean;
  readonly onClose: () => void;
}

/** Sends a form, or leaves it. */
export const FormFoot = ({ does, isWorking, onClose }: FormFootProps) => (
  <div class="sync__buttons">
    <button type="submit" class="button button--strong" disabled={isWorking}>
      {isWorking ? words.sync.working : does}
    </button>
    <Button look="quiet" onPress={onClose}>
      {words.sync.cancel}
    </Button>
  </div>
);
