import { useRef } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';

export const tourSteps = ['name', 'claim', 'panel'] as const;
export type TourStep = (typeof tourSteps)[number];

interface TourProps {
  /** Null once it is over. */
  readonly step: TourStep | null;
  readonly onNext: () => void;
  readonly onLeave: () => void;
}

/** Whether whoever reads this has a finger and no pointer to rest on anything. */
const isTouched = (): boolean => globalThis.matchMedia?.('(hover: none) and (pointer: coarse)').matches === true;

/** One sentence at a time, beside what it speaks of; goes on by itself when it was followed. */
export const Tour = ({ step, onNext, onLeave }: TourProps) => {
  const said = useRef<HTMLParagraphElement>(null);
  const sentences = isTouched() ? words.welcome.taps : words.welcome.steps;
  // The buttons go with the last step; whoever pressed one stays where it was.
  const leave = (go: () => void) => () => {
    said.current?.focus();
    go();
  };
  return (
    <div class="welcome__tour">
      {/* Without the buttons, which are no news. */}
      <p ref={said} role="status" tabIndex={-1}>
        {step === null ? (
          sentences.done
        ) : (
          <>
            <span class="welcome__count">
              {words.welcome.stepOf({ at: tourSteps.indexOf(step) + 1, count: tourSteps.length })}
            </span>{' '}
            {sentences[step]}
          </>
        )}
      </p>
      {step === null ? null : (
        <span class="welcome__tour-buttons">
          <Button onPress={step === tourSteps.at(-1) ? leave(onNext) : onNext}>
            {words.welcome.next} <Icon name="forward" />
          </Button>
          <Button look="quiet" onPress={leave(onLeave)}>
            {words.welcome.skip}
          </Button>
        </span>
      )}
    </div>
  );
};
