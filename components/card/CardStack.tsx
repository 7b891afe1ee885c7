import { useContext, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { CardContext, CardRequest } from '../../lib/model/card.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import type { Result } from '../../lib/model/result.ts';
import { ArticleLanguage, languageOf } from '../article-language.ts';
import { type AnyFailure, askFailureWords } from '../ask-failure.ts';
import { answered, loading, type Remote } from '../remote.ts';
import type { CardActions } from './actions.ts';
import { type Arrival, findOpener, type Opener } from './arrival.ts';
import { Card } from './Card.tsx';
import { cardState, firstCards, topCard } from './card-state.ts';
import type { CardPlace } from './CardShell.tsx';
import { CardDrafts, type Drafts, draftsAt } from './drafts.ts';
import { type AskPicture, usePictures } from './pictures.ts';
import type { CardTools } from './tools.ts';
import { requestFor, type CardView } from './view.ts';

export type AskCard = (request: CardRequest) => Promise<Result<CardContext, AnyFailure>>;

export interface CardStackProps {
  /** The first card; give the element a new `key` to begin anew with another. */
  readonly first: CardView;
  /** Null for a card that no page stands behind. */
  readonly reading: PageReading | null;
  /** Another one each time that the store may say something else: what is shown stands until the answer comes. */
  readonly revision?: string | number | undefined;
  readonly where: CardPlace;
  readonly ask: AskCard;
  /** What the store says of the first card, where it was asked before. */
  readonly known?: Remote<CardContext>;
  /** Where pictures are asked for; null where none are shown. */
  readonly askPicture?: AskPicture | null;
  readonly onReveal: CardActions['onReveal'];
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Null where the card only shows. */
  readonly tools?: CardTools | null;
  /** Leaves the first card; null where there is nothing behind it. */
  readonly onLeave?: (() => void) | null;
  readonly onHeight?: ((height: number) => void) | null;
  readonly onHeadPointerDown?: (event: PointerEvent) => void;
}

/** The cards that were opened from the first one before the page emptied the frame. */
const openedIn = (drafts: Drafts | null): readonly CardView[] => {
  const opened = drafts?.get('opened');
  return opened === undefined ? [] : (JSON.parse(opened) as CardView[]);
};

/** A card and those that open from it, one above the other, with a way back. */
export const CardStack = (props: CardStackProps) => {
  const { first, reading, revision, ask, known = loading, onLeave = null } = props;
  const drafts = useContext(CardDrafts);
  const [state, dispatch] = useReducer(cardState, first, (view) => firstCards([view, ...openedIn(drafts)], known));
  const asked = useRef(new Set<number>());
  const openers = useRef<(Opener | null)[]>([]);
  /** A first card that something stands behind has taken its place. */
  const arrival = useRef<Arrival>(onLeave === null ? 'first' : 'opened');
  const pictures = usePictures(props.askPicture ?? null);
  const top = topCard(state);

  useEffect(() => {
    if (top === undefined || asked.current.has(top.token) || top.context.state !== 'loading') return;
    asked.current.add(top.token);
    const request = requestFor(top.view, reading);
    if (request === null) return;
    const answer = (context: Remote<CardContext>) => dispatch({ type: 'answered', token: top.token, context });
    ask(request).then(
      (result) => answer(answered(result)),
      () => answer({ state: 'failed', why: askFailureWords({ code: 'AnalysisFailed' }) }),
    );
  }, [top, reading, ask]);

  const depth = state.frames.length;
  useEffect(() => {
    const opened = state.frames.slice(1).map(({ view }) => view);
    drafts?.set('opened', opened.length === 0 ? null : JSON.stringify(opened));
  }, [drafts, depth]);
  const ownDrafts = useMemo(() => draftsAt(drafts, depth), [drafts, depth]);

  const lastRevision = useRef(revision);
  useEffect(() => {
    if (lastRevision.current === revision) return;
    lastRevision.current = revision;
    for (const { token, view } of state.frames) {
      const request = requestFor(view, reading);
      if (request === null) continue;
      // What cannot be asked now stays as it was said.
      void ask(request).then((result) => {
        if (result.ok) dispatch({ type: 'answered', token, context: answered(result) });
      });
    }
  }, [revision]);

  const back = () => {
    arrival.current = { backTo: openers.current.pop() ?? null };
    dispatch({ type: 'back' });
  };

  if (top === undefined) return null;
  return (
    <ArticleLanguage value={languageOf(reading)}>
      <CardDrafts.Provider value={ownDrafts}>
        <Card
          key={depth}
          view={top.view}
          context={top.context}
          reading={reading}
          where={props.where}
          arrival={arrival.current}
          actions={{
            onOpen: (view) => {
              openers.current.push(findOpener(document.activeElement));
              arrival.current = 'opened';
              dispatch({ type: 'open', view });
            },
            onReveal: props.onReveal,
            onRetry: () => dispatch({ type: 'retry' }),
          }}
          onCopy={props.onCopy}
          pictures={pictures}
          tools={props.tools ?? null}
          onBack={depth > 1 ? back : onLeave}
          onHeight={props.onHeight ?? null}
          onHeadPointerDown={props.onHeadPointerDown}
        />
      </CardDrafts.Provider>
    </ArticleLanguage>
  );
};
