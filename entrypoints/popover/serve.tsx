import { render } from 'preact';
import type { CardTools } from '../../components/card/tools.ts';
import { requestFor } from '../../components/card/view.ts';
import type { FromFrame } from '../../lib/message/protocol.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import { askAhead } from './ask-ahead.ts';
import type { DraftDrawer } from './drafts.ts';
import { FloatingCard } from './FloatingCard.tsx';
import { focusCard, watchInside } from './inside.ts';
import { askCard, toolsFor } from './card-tools.ts';
import { type Shown, toShown } from './shown.ts';
import { watchSight } from './sight.ts';
import { parseToFrame } from './to-frame.ts';
import { wearAppearance } from '../../lib/platform/appearance.ts';

/** Ends when a port takes another's place. */
let session = new AbortController();
const sight = watchSight(() => performance.now());

/** Paints cards for one reader, over the port that the two share. */
export const serve = (port: MessagePort, draftsOf: DraftDrawer): void => {
  session.abort();
  session = new AbortController();
  const { signal } = session;
  const ahead = askAhead(askCard);
  let page: PageReading | null = null;
  let show: Shown | null = null;
  let pinned = false;
  let tools: CardTools | null = null;
  const tell = (message: FromFrame): void => port.postMessage(message);
  const pin = (to: boolean): void => {
    pinned = to;
    show?.drafts.set('pinned', to ? 'pinned' : null);
    tell({ type: 'pin', pinned });
    paint();
  };
  const drag = (dx: number, dy: number): void => {
    if (!pinned) pin(true);
    tell({ type: 'drag', dx, dy });
  };
  const paint = (): void => {
    const card = show && (
      <FloatingCard shown={show} pinned={pinned} tools={tools} ask={ahead.ask} onPin={pin} onDrag={drag} tell={tell} />
    );
    render(card, document.body);
    sight.watch(show === null || document.body.inert ? null : document.querySelector('.card'));
  };
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = parseToFrame(data);
    if (message === null || message.type === 'open') return;
    if (message.type === 'focus') return focusCard();
    if (message.type === 'storeChanged') {
      if (show !== null) show = { ...show, revision: show.revision + 1 };
      return paint();
    }
    if (message.type === 'seen') {
      document.body.inert = false;
      return paint();
    }
    if (message.type === 'reading') {
      page = message.reading;
      return;
    }
    if (message.type === 'prepare') return ahead.prepare(requestFor(message.subject, page));
    if (message.type === 'hide') show?.drafts.forgetAll();
    // Nothing of a card that is only made ready is read aloud, focused or pressed.
    document.body.inert = true;
    show = message.type === 'show' && page !== null ? toShown(message, { page, ahead, draftsOf, before: show }) : null;
    if (show === null) pinned = false;
    else {
      pinned ||= show.drafts.get('pinned') !== undefined;
      wearAppearance(document, show.settings);
      tools = toolsFor({ settings: show.settings, sight, onCorrected: () => tell({ type: 'reread' }) });
    }
    paint();
    // A reader that begins a card anew takes it as loose; what was pinned stays so.
    if (pinned) tell({ type: 'pin', pinned });
    if (show?.takeFocus === true) focusCard();
  };
  watchInside(tell, signal);
  port.addEventListener('message', hear, { signal });
  port.start();
  tell({ type: 'ready' });
};
