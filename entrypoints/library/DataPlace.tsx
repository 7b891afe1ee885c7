import { DataPage } from '../../components/library/DataPage.tsx';
import type { Toast } from '../../components/library/Library.tsx';
import type { Store } from '../../lib/store/store.ts';
import { useData } from './use-data.ts';

interface DataPlaceProps {
  readonly store: Store;
  readonly revision: number;
  readonly touch: (toast: Toast | null) => void;
}

/** The store out and in, its backups and its room. */
export const DataPlace = ({ store, revision, touch }: DataPlaceProps) => (
  <DataPage {...useData(store, revision, touch)} />
);
