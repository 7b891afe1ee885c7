import type { Article } from '../../lib/model/article.ts';
import type { ReadingReceipt } from '../../lib/model/reading.ts';
import { sha256 } from '../../lib/pack/bytes.ts';

/** Made here and not on the page: a page that came without encryption has no means of hashing. */
export const receiptOf = async ({ text }: Article): Promise<ReadingReceipt> => ({
  readAt: new Date().toISOString(),
  textHash: await sha256(new TextEncoder().encode(text)),
});
