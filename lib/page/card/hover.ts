/**
 * What a hover is doing, as a pure reducer. Times are kept by whoever runs it: an effect asks for a timer and its token
 * comes back with the event. A token that is no longer the state's own is late and changes nothing.
 */
import { unreachable } from '../../model/result.ts';

/** `mark` is an index into the marks shown. */
export type HoverState =
  | { readonly name: 'idle' }
  /** The pointer rests on a mark; its card is not open yet. */
  | { readonly name: 'waiting'; readonly mark: number; readonly token: number }
  | { readonly name: 'open'; readonly mark: number; readonly token: number }
  /** The pointer left mark and card; `over` is a mark that it came to rest on meanwhile, -1 for none. */
  | {
      readonly name: 'leaving';
      readonly mark: number;
      readonly token: number;
      readonly timer: number;
      readonly over: number;
    };

export type HoverEvent =
  /** -1 where the pointer is over no mark. */
  | { readonly type: 'pointer'; readonly mark: number }
  /** On its way to the card: neither leaves the card nor means the marks crossed. */
  | { readonly type: 'travel' }
  | { readonly type: 'card'; readonly inside: boolean }
  | { readonly type: 'timer'; readonly token: number }
  /** Opened by panel or keyboard. */
  | { readonly type: 'reveal'; readonly mark: number }
  /** A press of the mouse or a tap on a mark. */
  | { readonly type: 'press'; readonly mark: number }
  /** The page was read anew under an open card, which opens again as it was. */
  | { readonly type: 'again'; readonly mark: number }
  /** The card was pinned: it goes its own way, and the hover begins anew. */
  | { readonly type: 'keep' }
  /** Escape, a close button, or a mark that is gone. */
  | { readonly type: 'close' }
  | { readonly type: 'scroll' };

export type HoverEffect =
  | { readonly type: 'wait'; readonly token: number; readonly for: 'show'; readonly mark: number }
  | { readonly type: 'wait'; readonly token: number; readonly for: 'hide' }
  | { readonly type: 'open'; readonly mark: number; readonly token: number; readonly by: 'pointer' | 'reveal' }
  /** The pointer went on before a card was open. */
  | { readonly type: 'abandon' }
  | { readonly type: 'close' };

export interface HoverStep {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const idle: HoverState = { name: 'idle' };

const stay = (state: HoverState): HoverStep => ({ state, effects: [] });
const abandoned: HoverStep = { state: idle, effects: [{ type: 'abandon' }] };
const closed: HoverStep = { state: idle, effects: [{ type: 'close' }] };

const waitToShow = (mark: number, token: number): HoverEffect => ({ type: 'wait', token, for: 'show', mark });
const waitToHide = (token: number): HoverEffect => ({ type: 'wait', token, for: 'hide' });
/** A card is open: it goes, or makes way for the mark that the pointer came to. */
const waitBeside = (mark: number, token: number): HoverEffect =>
  mark >= 0 ? waitToShow(mark, token) : waitToHide(token);

const wait = (mark: number, token: number): HoverStep => ({
  state: { name: 'waiting', mark, token },
  effects: [waitToShow(mark, token)],
});

/** `fresh` is a number never used before: the token of whatever this step starts. */
export const stepHover = (state: HoverState, event: HoverEvent, fresh: number): HoverStep => {
  if (event.type === 'reveal') {
    const { mark } = event;
    return {
      state: { name: 'open', mark, token: fresh },
      effects: [{ type: 'open', mark, token: fresh, by: 'reveal' }],
    };
  }
  if (event.type === 'press' || event.type === 'again') {
    const { mark } = event;
    if ((state.name === 'open' || state.name === 'leaving') && state.mark === mark) {
      return stay({ name: 'open', mark, token: state.token });
    }
    return {
      state: { name: 'open', mark, token: fresh },
      effects: [{ type: 'open', mark, token: fresh, by: 'pointer' }],
    };
  }
  switch (state.name) {
    case 'idle':
      return event.type === 'pointer' && event.mark >= 0 ? wait(event.mark, fresh) : stay(state);
    case 'waiting':
      if (event.type === 'timer' && event.token === state.token) {
        const { mark, token } = state;
        return { state: { name: 'open', mark, token }, effects: [{ type: 'open', mark, token, by: 'pointer' }] };
      }
      if (event.type === 'pointer') {
        if (event.mark === state.mark) return stay(state);
        return event.mark >= 0 ? wait(event.mark, fresh) : abandoned;
      }
      return event.type === 'scroll' || event.type === 'close' ? abandoned : stay(state);
    case 'open':
      if (event.type === 'pointer' && event.mark !== state.mark) {
        return {
          state: { ...state, name: 'leaving', timer: fresh, over: event.mark },
          effects: [waitBeside(event.mark, fresh)],
        };
      }
      if (event.type === 'card' && !event.inside) {
        return {
          state: { ...state, name: 'leaving', timer: fresh, over: -1 },
          effects: [waitToHide(fresh)],
        };
      }
      if (event.type === 'keep') return stay(idle);
      return event.type === 'scroll' || event.type === 'close' ? closed : stay(state);
    case 'leaving':
      return stepLeaving(state, event, fresh);
    default:
      return unreachable(state);
  }
};

const stepLeaving = (state: HoverState & { name: 'leaving' }, event: HoverEvent, fresh: number): HoverStep => {
  const { mark, token } = state;
  const back: HoverStep = stay({ name: 'open', mark, token });
  switch (event.type) {
    case 'card':
      return event.inside ? back : stay(state);
    case 'travel':
      // The way to the card may take as long as it takes.
      return { state: { ...state, timer: fresh, over: -1 }, effects: [waitToHide(fresh)] };
    case 'pointer':
      if (event.mark === mark) return back;
      if (event.mark === state.over) return stay(state);
      return {
        state: { ...state, timer: fresh, over: event.mark },
        effects: [waitBeside(event.mark, fresh)],
      };
    case 'timer':
      if (event.token !== state.timer) return stay(state);
      if (state.over < 0) return closed;
      return {
        state: { name: 'open', mark: state.over, token: fresh },
        effects: [{ type: 'open', mark: state.over, token: fresh, by: 'pointer' }],
      };
    case 'keep':
      return stay(idle);
    case 'scroll':
    case 'close':
      return closed;
    case 'reveal':
    case 'press':
    case 'again':
      return stay(state);
    default:
      return unreachable(event);
  }
};
