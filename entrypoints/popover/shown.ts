import { requestFor } from '../../components/card/view.ts';
import type { Remote } from '../../components/remote.ts';
import type { ToFrame } from '../../lib/message/protocol.ts';
import type { CardContext } from '../../lib/model/card.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import type { askAhead } from './ask-ahead.ts';
import type { DraftDrawer, KeptDrafts } from './drafts.ts';

type ToShow = Extract<ToFrame, { type: 'show' }>;

/** A card as it is to be painted: of a page as it was read when the card was called for. */
export interface Shown extends Omit<ToShow, 'type' | 'drafts'> {
  readonly reading: PageReading;
  readonly known: Remote<CardContext>;
  /** Counts up with each change of the store while it is shown. */
  readonly revision: number;
  readonly drafts: KeptDrafts;
}

interface Showing {
  readonly page: PageReading;
  readonly ahead: Pick<ReturnType<typeof askAhead>, 'known'>;
  readonly draftsOf: DraftDrawer;
  /** What was shown, perhaps the same card while it was only made ready. */
  readonly before: Shown | null;
}

export const toShown = (message: ToShow, { page, ahead, draftsOf, before }: Showing): Shown => ({
  ...message,
  reading: page,
  known: ahead.known(requestFor(message.subject, page)),
  revision: 0,
  drafts: before?.token === message.token ? before.drafts : draftsOf(message.drafts),
});
