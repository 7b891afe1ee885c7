import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MemoryOptionsProps } from '../../components/memory/MemoryOptions.tsx';
import { answered, loading, type Remote } from '../../components/remote.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { RememberedPages } from '../../lib/model/memory.ts';

const pagesAtOnce = 30;

/** The pages that are kept, as many as were asked for; looked up anew when something was forgotten or the term changed. */
export const useRemembered = (
  keepDays: number | null,
): Pick<MemoryOptionsProps, 'remembered' | 'onForget' | 'onMore'> => {
  const [remembered, setRemembered] = useState<Remote<RememberedPages>>(loading);
  const [limit, setLimit] = useState(pagesAtOnce);
  const look = useCallback(async () => {
    setRemembered(answered(await askBackground('rememberedPages', { offset: 0, limit: Math.min(limit, 500) })));
  }, [limit]);
  useEffect(() => {
    const again = () => void look();
    again();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [look, keepDays]);
  return {
    remembered,
    onForget: async (what) => {
      const answer = await askBackground('forget', { what });
      await look();
      return answer.ok ? answer.value.pages : null;
    },
    onMore: () => setLimit((last) => last + pagesAtOnce),
  };
};
