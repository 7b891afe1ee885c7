import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardContext, ClaimContext, FigureContext } from '../../lib/model/card.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { citationText } from '../citation.ts';
import { ClaimCard } from '../claim/ClaimCard.tsx';
import { CopyCitation } from '../claim/CopyCitation.tsx';
import { ExportClaims } from '../evidence/ExportClaims.tsx';
import type { Remote } from '../remote.ts';
import { words } from '../../lib/i18n/words.ts';
import type { CardActions } from './actions.ts';
import { type Arrival, useFocusOnArrival } from './arrival.ts';
import { CardHeader } from './CardHeader.tsx';
import { CardShell, type CardPlace } from './CardShell.tsx';
import { useDraft } from './drafts.ts';
import { FigureCard } from './FigureCard.tsx';
import { MentionSteps } from './MentionSteps.tsx';
import { useNaturalHeight } from './natural-height.ts';
import { type OpenTool, ToolPanel, ToolRow } from './FigureTools.tsx';
import { type Pictures, usePicture } from './pictures.ts';
import { portraitOf } from './portrait.ts';
import type { CardTools } from './tools.ts';
import { figureOf, type CardView } from './view.ts';

interface CardProps {
  readonly view: CardView;
  readonly reading: PageReading | null;
  readonly context: Remote<CardContext>;
  readonly where: CardPlace;
  readonly arrival: Arrival;
  readonly actions: CardActions;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Null where pictures are not shown. */
  readonly pictures: Pictures | null;
  readonly tools: CardTools | null;
  readonly onBack: (() => void) | null;
  readonly onHeight: ((height: number) => void) | null;
  readonly onHeadPointerDown?: ((event: PointerEvent) => void) | undefined;
}

const figureContext = (context: Remote<CardContext>): Remote<FigureContext> =>
  context.state !== 'ready'
    ? context
    : context.value.kind === 'figure'
      ? { state: 'ready', value: context.value }
      : { state: 'failed', why: '' };

const claimContext = (context: Remote<CardContext>): Remote<ClaimContext> =>
  context.state !== 'ready'
    ? context
    : context.value.kind === 'claim'
      ? { state: 'ready', value: context.value }
      : { state: 'failed', why: '' };

/** Who says it, as the article has it. */
export const speakerWords = (claim: PageClaim, reading: PageReading | null): string | null =>
  (claim.speaker === null ? null : figureOf(reading, claim.speaker)?.name) ?? claim.speakerWords;

/** How the last thing that was done in a card ended, where the card does not show it by itself. */
interface Outcome {
  readonly role: 'status' | 'alert';
  readonly said: string;
}

/** Where the card is low, what is said must not stay below what is seen of it. */
const Said = ({ outcome: { role, said } }: { readonly outcome: Outcome }) => {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [said]);
  return (
    <p ref={line} class="card-note card-note--alone" role={role}>
      {said}
    </p>
  );
};

const FigureView = (props: CardProps & { readonly view: Exclude<CardView, { kind: 'claim' }> }) => {
  const { view, reading, where, actions } = props;
  const [tool, setTool] = useDraft<OpenTool>('tool', 'none');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const id = useId();
  const root = useNaturalHeight(props.onHeight);
  useFocusOnArrival(props.arrival, root);
  const context = figureContext(props.context);
  const known = context.state === 'ready' ? context.value : null;
  const portrait = portraitOf(view, reading, known);
  const picture = usePicture(known, props.pictures);
  if (portrait === null) return null;
  const { subject, mentions } = portrait;
  const figure = subject === null ? null : figureOf(reading, subject.cluster);
  // A description of several is no name: there is nothing to look up, to keep or to put right.
  const tools = reading?.groups.some((group) => group === figure) ? null : props.tools;
  const entity = view.kind === 'entity' ? view.brief.id : (figure?.entity ?? null);
  const openTool = (next: OpenTool): void => {
    // What is typed into a card must not go with the pointer.
    if (where.place === 'floating' && !where.pinned) where.onPin(true);
    setOutcome(null);
    setTool(next);
  };
  const url = reading?.article.canonicalUrl ?? reading?.article.url ?? null;
  const settle = async (by: CardTools, { forms, name }: Figure, meant: EntityId): Promise<void> => {
    const target = { kind: 'entity', entity: meant } as const;
    const scope = url === null ? 'everywhere' : 'here';
    const trouble = await by.onEdit({ kind: 'correct', url, name: forms[0] ?? name, wrong: null, target, scope });
    setOutcome(trouble === null ? null : { role: 'alert', said: trouble });
    if (trouble === null) by.onCorrected();
  };
  const steps =
    where.place === 'inline' && subject !== null && actions.onReveal !== null && mentions > 0 ? (
      <MentionSteps subject={subject} mentions={mentions} onReveal={actions.onReveal} />
    ) : null;
  return (
    <CardShell
      root={root}
      where={where}
      labelledBy={id}
      onBack={props.onBack}
      onHeadPointerDown={props.onHeadPointerDown}
      head={<CardHeader portrait={portrait} picture={picture} id={id} />}
      foot={
        tools === null && steps === null ? null : (
          <>
            {steps}
            {tools === null ? null : <ToolRow entity={entity} figure={figure} tools={tools} onOpen={openTool} />}
          </>
        )
      }
    >
      {tools === null ? null : (
        <ToolPanel
          open={tool}
          name={figure?.forms[0] ?? portrait.name}
          entity={entity}
          figure={figure}
          url={url}
          tools={tools}
          onClose={() => setTool('none')}
          onChanged={actions.onRetry}
          onDone={(what) => setOutcome({ role: 'status', said: words.library.done({ what }) })}
        />
      )}
      {outcome === null ? null : <Said outcome={outcome} />}
      <FigureCard
        portrait={portrait}
        reading={reading}
        context={context}
        actions={actions}
        onMeant={tools === null || figure === null ? null : (id) => void settle(tools, figure, id)}
      />
    </CardShell>
  );
};

const ClaimView = (props: CardProps & { readonly claim: PageClaim; readonly reading: PageReading }) => {
  const { claim, reading } = props;
  const id = useId();
  const root = useNaturalHeight(props.onHeight);
  useFocusOnArrival(props.arrival, root);
  const speaker = speakerWords(claim, reading);
  return (
    <CardShell
      root={root}
      where={props.where}
      labelledBy={id}
      onBack={props.onBack}
      onHeadPointerDown={props.onHeadPointerDown}
      head={
        <h2 class="card__kind" id={id}>
          {words.kind[claim.kind].one} · <bdi>{speaker ?? words.noSourceNamed}</bdi>
        </h2>
      }
      foot={
        <>
          <CopyCitation text={citationText(claim, speaker, reading.article)} onCopy={props.onCopy} />
          <ExportClaims look="plain" label={words.evidence.export} claims={[claim]} reading={reading} />
        </>
      }
    >
      <ClaimCard claim={claim} reading={reading} context={claimContext(props.context)} actions={props.actions} />
    </CardShell>
  );
};

/** The card of whatever a view names; nothing where the page no longer has it. */
export const Card = (props: CardProps) => {
  const { view, reading } = props;
  if (view.kind !== 'claim') return <FigureView {...props} view={view} />;
  const claim = reading?.claims[view.index];
  return claim === undefined || reading === null ? null : <ClaimView {...props} claim={claim} reading={reading} />;
};
