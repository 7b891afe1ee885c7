import { type Left, takeOf } from '../../lib/platform/allowance.ts';
import { openSessionList } from '../../lib/platform/session-list.ts';
import { hashText } from '../../lib/text/sketch.ts';

/** The script may be stopped between two pages. */
const kept = openSessionList<Left>('kept');
/** Far more than anybody reads in one tab, and little of what a page can pose as by changing its address and its text. */
const allowance = { most: 60, every: 20_000 };

/** Letters of a page that counts as one. */
const ordinary = 50_000;

interface Page {
  readonly url: string;
  /** Of its text. */
  readonly length: number;
}

/** Whether one more page may be kept of a tab; the page that was kept last may again and again. */
export function mayKeepOneMore(tab: number, { url, length }: Page): Promise<boolean> {
  const cost = Math.ceil((length + 1) / ordinary);
  return kept.change((before) => {
    const asked = { who: tab, what: String(hashText(url)), at: Date.now(), cost };
    const { isGiven, all } = takeOf(before, asked, allowance);
    return { after: all, answer: isGiven };
  });
}
