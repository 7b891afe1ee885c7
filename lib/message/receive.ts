import * as v from 'valibot';
import { type Result, failed } from '../model/result.ts';
import { nativeBrowser, type Runtime } from '../platform/native.ts';
import type { RequestSchemas } from './shapes.ts';
import type { RequestFailure } from './protocol.ts';

type Call = { readonly request: unknown; readonly answer: unknown };

/** One handler for each request of a map; answers a value or a failure, throws only for a bug. */
export type Handlers<Map extends { [Type in keyof Map]: Call }> = {
  readonly [Type in keyof Map]: (
    body: Map[Type]['request'],
    sender: Runtime.MessageSender,
  ) => Promise<Result<Map[Type]['answer'], RequestFailure>>;
};

const envelopeSchema = v.object({ type: v.string(), body: v.unknown() });

const malformed = (detail: string): Result<never, RequestFailure> => failed({ code: 'MessageMalformed', detail });

/**
 * Parses one message and hands it to its handler. Never rejects: a handler that throws becomes `AnalysisFailed`, so
 * that the one who asked is not left waiting.
 */
export const dispatch = async <Map extends { [Type in keyof Map]: Call }>(
  schemas: RequestSchemas<Map>,
  handlers: Handlers<Map>,
  arrived: { readonly message: unknown; readonly sender: Runtime.MessageSender },
): Promise<Result<unknown, RequestFailure>> => {
  const envelope = v.safeParse(envelopeSchema, arrived.message);
  if (!envelope.success) return malformed('not an envelope');
  const { type, body } = envelope.output;
  if (!Object.hasOwn(schemas, type) || !Object.hasOwn(handlers, type)) return malformed(`unknown request ${type}`);
  const name = type as keyof Map;
  const parsed = v.safeParse(schemas[name], body);
  if (!parsed.success) {
    const [{ path = [], message }] = parsed.issues;
    return malformed([type, ...path.map(({ key }) => key), message].join(' ').slice(0, 500));
  }
  try {
    return await handlers[name](parsed.output, arrived.sender);
  } catch (error) {
    console.error(`Sidelight: ${type} failed`, error);
    return failed({ code: 'AnalysisFailed', detail: error instanceof Error ? error.message : String(error) });
  }
};

/**
 * Answers requests until the signal aborts. Must be called while the script starts, so that the message that woke a
 * worker finds its listener. Messages of other extensions get no answer at all.
 */
export const listenToRequests = <Map extends { [Type in keyof Map]: Call }>(
  schemas: RequestSchemas<Map>,
  handlers: Handlers<Map>,
  signal?: AbortSignal,
): void => {
  const { runtime } = nativeBrowser;
  const listener: Runtime.OnMessageListenerCallback = (message, sender, sendResponse) => {
    if (sender.id === runtime.id) {
      void dispatch(schemas, handlers, { message, sender }).then(sendResponse);
      return true;
    }
    // The type knows only `true`; any other value tells the browser that no answer follows.
    return false as unknown as true;
  };
  runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
};
