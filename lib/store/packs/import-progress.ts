import type { PackInput } from '../../pack/byte-reader.ts';

export interface ImportProgress {
  readonly pack: string;
  readonly title: string;
  readonly version: string;
  /** Bytes of the file that have come, or were there from an earlier attempt. */
  readonly done: number;
  readonly total: number;
}

/** Tells how much of a file has come: at once when it is known what it is, and then two hundred times at most. */
export interface ProgressTeller {
  begin(of: Omit<ImportProgress, 'done'>): void;
  /** Up to this byte; what was told is never taken back. */
  came(upTo: number): void;
}

const steps = 200;

export function createProgressTeller(onProgress: (progress: ImportProgress) => void): ProgressTeller {
  let of: Omit<ImportProgress, 'done'> | null = null;
  let at = 0;
  let told = 0;
  const tell = (): void => {
    told = at;
    if (of !== null) onProgress({ ...of, done: at });
  };
  return {
    begin(job) {
      of = job;
      tell();
    },
    came(upTo) {
      at = Math.max(at, upTo);
      if (of !== null && at > told && (at === of.total || at - told >= of.total / steps)) tell();
    },
  };
}

/** The same input; what is read of it is told as it comes, since one part may take long on a slow line. */
export const watchInput = (input: PackInput, { came }: ProgressTeller): PackInput => ({
  size: () => input.size(),
  async *read(offset, signal) {
    let at = offset;
    for await (const piece of input.read(offset, signal)) {
      at += piece.length;
      came(at);
      yield piece;
    }
  },
});
