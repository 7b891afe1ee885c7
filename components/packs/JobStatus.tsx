import { useEffect, useId, useRef } from 'preact/hooks';
import { unreachable } from '../../lib/model/result.ts';
import { Button } from '../parts/Button.tsx';
import { useArrived } from '../opened.ts';
import { Reported } from '../parts/Reported.tsx';
import type { PackActions, PackJob } from './pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import { sizeWords } from '../sizes.ts';

type JobStatusProps = { readonly job: PackJob } & Pick<PackActions, 'onCancel' | 'onAnswer' | 'onDismiss'>;

/** How far an import is, what it asks, and how it ended; read out as it changes. */
export const JobStatus = ({ job, ...actions }: JobStatusProps) => (
  <div class="packs__job" aria-live="polite">
    <Shown job={job} {...actions} />
  </div>
);

const Shown = ({ job, onCancel, onAnswer, onDismiss }: JobStatusProps) => {
  switch (job.state) {
    case 'idle':
      return null;
    case 'running':
      return <Running what={job.what} done={job.done} total={job.total} onCancel={onCancel} />;
    case 'question':
      return <Question publisher={job.publisher} fingerprint={job.fingerprint} onAnswer={onAnswer} />;
    case 'good':
      return (
        <p class="packs__ended">
          <span>{job.words}</span>
          <Button look="quiet" onPress={onDismiss}>
            {words.packs.dismiss}
          </Button>
        </p>
      );
    case 'refused':
      return (
        <>
          <p class="packs__ended packs__ended--refused" role="alert">
            <span>
              <strong>{words.packs.refused}</strong> {job.why}
            </span>
            <Button look="quiet" onPress={onDismiss}>
              {words.packs.dismiss}
            </Button>
          </p>
          <Reported text={job.reported ?? ''} />
        </>
      );
    default:
      return unreachable(job);
  }
};

interface RunningProps {
  readonly what: string;
  readonly done: number;
  readonly total: number | null;
  readonly onCancel: () => void;
}

const Running = ({ what, done, total, onCancel }: RunningProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useArrived(box);
  return (
    <div ref={box} class="packs__running" role="group" aria-labelledby={id}>
      <p id={id}>
        <bdi>{what}</bdi>
      </p>
      {/* Its steps are not read out one by one; whoever asks hears the value. */}
      <div class="packs__line" aria-live="off">
        <progress
          class="packs__progress"
          aria-labelledby={id}
          {...(total === null ? {} : { max: total, value: Math.min(done, total) })}
        />
        <span class="packs__amount">
          {total === null ? sizeWords(done) : words.packs.doneOf({ done: sizeWords(done), total: sizeWords(total) })}
        </span>
        <Button onPress={onCancel}>{words.stop}</Button>
      </div>
    </div>
  );
};

interface QuestionProps {
  readonly publisher: string;
  readonly fingerprint: string;
  readonly onAnswer: (accepted: boolean) => void;
}

const Question = ({ publisher, fingerprint, onAnswer }: QuestionProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      class="packs__question"
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={`${id}-why`}
      onKeyDown={({ key }) => key === 'Escape' && onAnswer(false)}
    >
      <p id={id} class="packs__asked">
        {words.packs.knowPublisher({ publisher })}
      </p>
      <div id={`${id}-why`}>
        <p>{words.packs.knowWhy}</p>
        <p class="packs__key">
          <span class="unseen">{words.packs.key} </span>
          <bdi dir="ltr">{fingerprint}</bdi>
        </p>
      </div>
      <p class="packs__buttons">
        <Button look="strong" onPress={() => onAnswer(true)}>
          {words.packs.accept}
        </Button>
        <Button onPress={() => onAnswer(false)}>{words.packs.decline}</Button>
      </p>
    </div>
  );
};
