import { useEffect, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import './Skeleton.css';

/** Milliseconds: answers that come sooner show no placeholder at all, since a flash distracts more than it tells. */
const patience = 100;

/** Lines of a text that is on its way. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="skeleton__line" />
      ))}
    </div>
  );
};
