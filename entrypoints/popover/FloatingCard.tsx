import { type AskCard, CardStack } from '../../components/card/CardStack.tsx';
import { CardDrafts } from '../../components/card/drafts.ts';
import type { CardTools } from '../../components/card/tools.ts';
import { copyText } from '../../components/clipboard.ts';
import type { FromFrame } from '../../lib/message/protocol.ts';
import { askPicture } from './card-tools.ts';
import { dragFrom } from './drag.ts';
import type { Shown } from './shown.ts';

/** CSS pixels: a card shows the beginning of each of its parts; what is longer scrolls inside, so that the text stays in view. */
const tallest = 440;

export interface FloatingCardProps {
  readonly shown: Shown;
  readonly pinned: boolean;
  readonly tools: CardTools | null;
  readonly ask: AskCard;
  readonly onPin: (to: boolean) => void;
  readonly onDrag: (dx: number, dy: number) => void;
  readonly tell: (message: FromFrame) => void;
}

/** The card over a page; what changes where it stands is told to the page's reader, which holds its frame. */
export const FloatingCard = ({ shown, pinned, tools, ask, onPin, onDrag, tell }: FloatingCardProps) => {
  const { token, subject, reading, settings, known, revision, drafts } = shown;
  const most = (tallest * settings.textSize) / 100;
  return (
    <CardDrafts.Provider value={drafts}>
      <CardStack
        key={token}
        first={subject}
        reading={reading}
        revision={revision}
        where={{ place: 'floating', pinned, onPin, onClose: () => tell({ type: 'close' }) }}
        ask={ask}
        askPicture={askPicture}
        known={known}
        onReveal={(to, nth) => tell({ type: 'reveal', subject: to, nth })}
        onCopy={copyText}
        tools={tools}
        onHeight={(height) => tell({ type: 'size', token, height: Math.min(height, most) })}
        onHeadPointerDown={(event) => dragFrom(event, onDrag)}
      />
    </CardDrafts.Provider>
  );
};
