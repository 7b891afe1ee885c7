import { useState } from 'preact/hooks';
import type { CardSubject } from '../../lib/model/reading.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { words } from '../../lib/i18n/words.ts';

interface MentionStepsProps {
  readonly subject: CardSubject;
  readonly mentions: number;
  readonly onReveal: (subject: CardSubject, nth: number) => void;
}

/** Walks through a figure's mentions on the page, around the ends. */
export const MentionSteps = ({ subject, mentions, onReveal }: MentionStepsProps) => {
  const [at, setAt] = useState<number | null>(null);
  const go = (to: number) => {
    const nth = (to + mentions) % mentions;
    setAt(nth);
    onReveal(subject, nth);
  };
  return (
    <>
      <span role="status">
        {at === null ? words.count.mentions({ count: mentions }) : words.mentionOf({ at: at + 1, count: mentions })}
      </span>
      {at === null ? (
        <Button icon="page" onPress={() => go(0)}>
          {words.card.showOnPage}
        </Button>
      ) : (
        <span>
          <IconButton icon="up" label={words.card.previousMention} disabled={mentions < 2} onPress={() => go(at - 1)} />
          <IconButton icon="down" label={words.card.nextMention} disabled={mentions < 2} onPress={() => go(at + 1)} />
        </span>
      )}
    </>
  );
};
