import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LookUpCandidate, LookUpFailure } from '../../lib/model/look-up.ts';
import { unreachable } from '../../lib/model/result.ts';
import { words } from '../../lib/i18n/words.ts';
import { openPart } from '../opened.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import type { LookUpActions } from './actions.ts';
import { type LookUpEvent, type LookUpState, lookUpState, onlyOne } from './state.ts';
import { OtherName } from './OtherName.tsx';
import { colon } from '../words.ts';
import { waitWords } from './wait-words.ts';
import './LookUp.css';

interface LookUpProps {
  readonly name: string;
  readonly actions: LookUpActions;
  /** `by-itself`: keeps a single exact match without asking, as the reader's settings say. */
  readonly how: 'by-hand' | 'by-itself';
  /** What a question that is still under way brings is then heeded no more. */
  readonly onClose: () => void;
}

const failureWords = (failure: LookUpFailure): string => {
  const { state } = words.lookUp;
  switch (failure.code) {
    case 'Offline':
      return state.offline;
    case 'Unreachable':
      return state.unreachable({ host: failure.host });
    case 'RateLimited':
      return state.tooMany({ host: failure.host, when: waitWords(failure.after) });
    case 'ServerRefused':
      return state.refusedByServer({ host: failure.host, status: failure.status });
    case 'OddAnswer':
      return state.odd({ host: failure.host });
    case 'PageInstead':
      return state.page({ host: failure.host });
    case 'NothingFound':
      return state.nothing({ host: failure.host });
    case 'PermissionMissing':
      return words.lookUp.ask({ hosts: failure.hosts.join(', ') });
    default:
      return unreachable(failure);
  }
};

const Candidates = ({
  candidates,
  onPick,
}: {
  readonly candidates: readonly LookUpCandidate[];
  readonly onPick: (candidate: LookUpCandidate) => void;
}) => (
  <>
    <p class="look-up__why">{words.lookUp.whichWhy({ count: candidates.length })}</p>
    <ul class="look-up__candidates">
      {candidates.map((candidate) => (
        <li key={`${candidate.item ?? ''}/${candidate.title ?? ''}`}>
          <button type="button" class="look-up__candidate" onClick={() => onPick(candidate)}>
            <bdi class="look-up__name">{candidate.name}</bdi>
            <bdi class="look-up__line">
              {candidate.isDisambiguation ? words.lookUp.state.disambiguation : candidate.description}
            </bdi>
          </button>
        </li>
      ))}
    </ul>
  </>
);

const isNothing = (state: LookUpState): boolean => state.at === 'failed' && state.failure.code === 'NothingFound';

/** The same question over again brings something else than before. */
const mayHelpToAskAgain = (state: LookUpState): boolean =>
  state.at === 'broken' || state.at === 'refused' || (state.at === 'failed' && !isNothing(state));

/** Looks a name up: asks the permission where it is missing, shows what fits, keeps what is chosen. */
export const LookUp = ({ name, actions, how, onClose }: LookUpProps) => {
  const [state, setState] = useState<LookUpState>({ at: 'asking' });
  const dispatch = useCallback((event: LookUpEvent) => setState(lookUpState(event)), []);
  const [asked, setAsked] = useState(name);
  /** Of the latest question: an answer to one before it, or to one that was closed, comes too late. */
  const turn = useRef(0);
  const title = useId();
  const region = useRef<HTMLElement>(null);
  const keep = useCallback(
    async (candidate: LookUpCandidate): Promise<void> => {
      const mine = ++turn.current;
      dispatch({ type: 'ask' });
      if (candidate.isDisambiguation && candidate.title !== null) {
        const answer = await actions.meanings(candidate.title);
        if (mine === turn.current) dispatch({ type: 'found', answer });
        return;
      }
      const answer = await actions.keep(candidate);
      if (mine !== turn.current) return;
      dispatch({ type: 'kept', answer });
      if (answer.ok && answer.value.ok) actions.onKept(answer.value.value.entity);
    },
    [actions],
  );
  const ask = useCallback(
    async (of: string): Promise<void> => {
      const mine = ++turn.current;
      setAsked(of);
      dispatch({ type: 'ask' });
      const answer = await actions.find(of);
      if (mine !== turn.current) return;
      const only = how === 'by-itself' && answer.ok && answer.value.ok ? onlyOne(answer.value.value, of) : null;
      if (only === null) dispatch({ type: 'found', answer });
      else await keep(only);
    },
    [actions, how, keep],
  );
  const permit = async (): Promise<void> => {
    const answer = await actions.permit();
    dispatch({ type: 'permitted', how: answer });
    if (answer === 'granted') await ask(asked);
  };
  useEffect(() => {
    void ask(name);
    return () => void (turn.current += 1);
  }, [name]);
  useLayoutEffect(() => (how === 'by-hand' ? openPart(region.current) : undefined), [how]);
  const heading = words.lookUp.title({ name: asked });
  return (
    <section class="look-up" aria-labelledby={title} tabIndex={-1} ref={region}>
      <header class="look-up__head">
        <h3 class="section__head" id={title}>
          {heading}
        </h3>
        <IconButton icon="close" label={`${words.close}${colon}${heading}`} onPress={onClose} />
      </header>
      <div aria-live="polite">
        {state.at === 'asking' ? <p class="look-up__why">{words.lookUp.looking}</p> : null}
        {state.at === 'refused' ? <p class="look-up__why">{words.lookUp.refused}</p> : null}
        {state.at === 'elsewhere' ? <p class="look-up__why">{words.lookUp.elsewhere}</p> : null}
        {state.at === 'kept' ? <p class="look-up__why">{words.lookUp.kept}</p> : null}
        {state.at === 'permission' ? (
          <>
            <p>{words.lookUp.ask({ hosts: state.hosts.join(', ') })}</p>
            <p class="look-up__why">{words.lookUp.askWhy}</p>
            <Button look="strong" onPress={() => void permit()}>
              {words.lookUp.allow}
            </Button>
          </>
        ) : null}
        {state.at === 'choosing' ? (
          <Candidates candidates={state.candidates} onPick={(candidate) => void keep(candidate)} />
        ) : null}
        {state.at === 'failed' ? <p role="alert">{failureWords(state.failure)}</p> : null}
        {state.at === 'broken' ? <p role="alert">{state.why}</p> : null}
        {mayHelpToAskAgain(state) ? (
          <Button onPress={() => void (state.at === 'refused' ? permit() : ask(asked))}>{words.retry}</Button>
        ) : null}
        {state.at === 'choosing' || isNothing(state) ? <OtherName asked={asked} onAsk={(of) => void ask(of)} /> : null}
      </div>
    </section>
  );
};
