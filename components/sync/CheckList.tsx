import { words } from '../../lib/i18n/words.ts';
import { checkSteps, type StepResult } from '../../lib/model/sync.ts';
import { Reported } from '../parts/Reported.tsx';
import { colon } from '../words.ts';
import { clockWords } from './clock-words.ts';
import { stepWords } from './state-words.ts';

function noteOf(result: StepResult | undefined): string | null {
  const sync = words.sync;
  if (result?.state === 'failed') return sync.failed[result.code];
  if (result?.state === 'read-only') return sync.readOnly;
  if (result?.state !== 'off') return null;
  const time = clockWords(result.ahead);
  return result.ahead > 0 ? sync.clockAhead({ time }) : sync.clockBehind({ time });
}

const outcome: Readonly<Record<StepResult['state'] | 'not-yet', () => string>> = {
  ok: () => words.sync.stepDone,
  off: () => words.sync.stepDone,
  'read-only': () => words.sync.stepRefused,
  failed: () => words.sync.stepFailed,
  'not-yet': () => words.sync.stepNotYet,
};

/** The steps of a connection's test: which are done, and why one failed. */
export const CheckList = ({ steps }: { readonly steps: readonly StepResult[] }) => {
  const sync = words.sync;
  return (
    <ol class="sync__steps" aria-live="polite" aria-label={sync.checking}>
      {checkSteps.map((step) => {
        const result = steps.find((one) => one.step === step);
        const state = result?.state ?? 'not-yet';
        const note = noteOf(result);
        return (
          <li key={step} class={`sync__step is-${state}`}>
            <span class="sync__mark" aria-hidden="true" />
            <span>
              {stepWords(step)}
              <span class="unseen">
                {colon}
                {outcome[state]()}
              </span>
            </span>
            {note === null ? null : <p class="sync__note">{note}</p>}
            {result?.state === 'failed' ? <Reported text={result.detail} /> : null}
          </li>
        );
      })}
    </ol>
  );
};
