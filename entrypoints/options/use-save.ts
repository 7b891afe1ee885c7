import { useCallback, useState } from 'preact/hooks';
import type { Settings } from '../../lib/model/settings.ts';
import { changeSettings } from '../../lib/platform/settings.ts';

export interface Save {
  readonly save: (patch: Partial<Settings>) => void;
  /** Whether the browser refused the last change. */
  readonly unsaved: boolean;
}

/** Stores changes of settings, and knows whether the last one was kept. */
export const useSave = (): Save => {
  const [unsaved, setUnsaved] = useState(false);
  const save = useCallback((patch: Partial<Settings>): void => {
    void changeSettings(patch).then(({ ok }) => setUnsaved(!ok));
  }, []);
  return { save, unsaved };
};
