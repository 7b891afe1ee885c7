import type { InstalledPack, UnfinishedImport } from '../../lib/model/pack.ts';
import { AddPack } from './AddPack.tsx';
import { JobStatus } from './JobStatus.tsx';
import type { PackActions, PackJob } from './pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import { useGivenBack } from '../opened.ts';
import { PackRow } from './PackRow.tsx';
import { Unfinished } from './Unfinished.tsx';
import './Packs.css';

interface PacksProps extends PackActions {
  /** Null until the store has answered. */
  readonly packs: readonly InstalledPack[] | null;
  readonly unfinished: readonly UnfinishedImport[];
  readonly job: PackJob;
}

/** What is installed, what could be, and what is under way. */
export const Packs = ({ packs, unfinished, job, ...actions }: PacksProps) => {
  const busy = job.state === 'running' || job.state === 'question';
  useGivenBack(busy);
  return (
    <div class="packs">
      <p class="options__hint">{words.packs.lead}</p>
      <AddPack busy={busy} isDone={job.state === 'good'} {...actions} />
      <JobStatus job={job} {...actions} />
      {unfinished
        .filter(() => !busy)
        .map((one) => (
          <Unfinished key={one.pack} job={one} {...actions} />
        ))}
      {packs === null ? null : (
        <ul class="packs__list">
          {packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} busy={busy} {...actions} />
          ))}
        </ul>
      )}
    </div>
  );
};
