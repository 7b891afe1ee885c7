import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { CardSubject, PageReading } from '../../lib/model/reading.ts';
import { type AskCard, CardStack } from '../card/CardStack.tsx';
import { type SamplePiece, samplePieces } from './sample.ts';
import './Sample.css';

interface SampleProps {
  readonly reading: PageReading;
  readonly ask: AskCard;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Something was pointed at. */
  readonly onPoint: (kind: CardSubject['kind']) => void;
}

interface PieceProps {
  readonly piece: SamplePiece;
  readonly reading: PageReading;
  readonly open: CardSubject;
  readonly onOpen: (subject: CardSubject) => void;
  /** It was pressed by a key: the next mark would take the card away before the keyboard comes to it. */
  readonly onEnter: () => void;
}

/** What is pressed by a key is a click of no button of the mouse's. */
const byKey = ({ detail }: MouseEvent): boolean => detail === 0;

/** A name under its line, a claim as its tick; both open their card when they are pointed at, reached or pressed. */
const Piece = ({ piece, reading, open, onOpen, onEnter }: PieceProps) => {
  if (piece.kind === 'text') return <>{piece.text}</>;
  const press = (show: () => void) => (event: MouseEvent) => {
    show();
    if (byKey(event)) onEnter();
  };
  if (piece.kind === 'claim') {
    const claim = reading.claims[piece.claim];
    if (claim === undefined) return null;
    const show = () => onOpen({ kind: 'claim', index: piece.claim });
    return (
      <button
        type="button"
        class="sample__tick"
        style={{ '--strength': 0.25 + 0.75 * claim.checkWorthiness }}
        aria-label={words.welcome.claimMark({ text: claim.text })}
        aria-pressed={open.kind === 'claim' && open.index === piece.claim}
        onPointerEnter={show}
        onFocus={show}
        onClick={press(show)}
      />
    );
  }
  const figure = reading.figures[piece.figure];
  if (figure === undefined) return <>{piece.text}</>;
  const show = () => onOpen({ kind: 'figure', cluster: figure.cluster });
  return (
    <button
      type="button"
      class={`sample__name is-${figure.type}`}
      data-known={figure.entity !== null}
      aria-pressed={open.kind === 'figure' && open.cluster === figure.cluster}
      onPointerEnter={show}
      onFocus={show}
      onClick={press(show)}
    >
      {piece.text}
    </button>
  );
};

const keyOf = (subject: CardSubject): string =>
  subject.kind === 'figure' ? subject.cluster : `claim ${subject.index}`;

/** A passage with its marks, and the card of what was last pointed at beside it. */
export const Sample = ({ reading, ask, onCopy, onPoint }: SampleProps) => {
  const known = reading.figures.find(({ entity, type }) => entity !== null && type === 'organisation');
  const first = known ?? reading.figures[0];
  const [pointed, setPointed] = useState<CardSubject | null>(null);
  const start: CardSubject =
    first === undefined ? { kind: 'claim', index: 0 } : { kind: 'figure', cluster: first.cluster };
  const open = pointed ?? start;
  const card = useRef<HTMLElement>(null);
  const text = useRef<HTMLElement>(null);
  // The tour above says more, or less, once something is pointed at: what the keyboard has come to stays in view.
  useLayoutEffect(
    () =>
      text.current
        ?.querySelector(':focus-visible[aria-pressed="true"]')
        ?.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
    [open],
  );
  const show = (subject: CardSubject) => {
    setPointed(subject);
    onPoint(subject.kind);
  };
  return (
    <div class="sample">
      <section ref={text} class="sample__text" lang="en" dir="ltr" aria-label={words.welcome.sample}>
        {samplePieces.map((pieces, at) => (
          <p key={at} data-open={open.kind === 'claim' && open.index === at}>
            {pieces.map((piece, index) => (
              <Piece
                key={index}
                piece={piece}
                reading={reading}
                open={open}
                onOpen={show}
                onEnter={() => card.current?.focus()}
              />
            ))}
          </p>
        ))}
      </section>
      <section ref={card} class="sample__card" tabIndex={-1} aria-label={words.welcome.cardPlace}>
        <CardStack
          key={`${keyOf(open)} ${reading.figures.filter(({ entity }) => entity !== null).length}`}
          first={open}
          reading={reading}
          where={{ place: 'inline' }}
          ask={ask}
          onReveal={null}
          onCopy={onCopy}
        />
      </section>
    </div>
  );
};
