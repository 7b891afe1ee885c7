import type { FromFrame, ToFrame } from '../../message/protocol.ts';

export interface FrameAddress {
  readonly url: string;
  /** Of the card's page once loaded: the only one that is spoken to. Not the address's own where that is a dynamic one. */
  readonly origin: string;
}

export interface FramePortWiring {
  readonly frame: HTMLIFrameElement;
  readonly origin: FrameAddress['origin'];
  readonly signal: AbortSignal;
  /** A one-use key that proves to the frame who opened it; null while the background cannot be reached. */
  readonly askKey: () => Promise<string | null>;
  /** Null for what is no message of the card. */
  readonly parse: (data: unknown) => FromFrame | null;
  readonly receive: (message: FromFrame) => void;
}

/** The way to what is loaded in a card's frame, which nobody else can hear or use. */
export interface FramePort {
  /** Opens it anew; what is left of an earlier one is not heard any more. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** Lost while it is not open. */
  readonly send: (message: ToFrame) => void;
}

export const createFramePort = ({ frame, origin, signal, askKey, parse, receive }: FramePortWiring): FramePort => {
  let port: MessagePort | null = null;
  let handshake = 0;

  const close = (): void => {
    handshake += 1;
    port?.close();
    port = null;
  };
  signal.addEventListener('abort', close);

  return {
    open: async () => {
      close();
      const mine = handshake;
      const key = await askKey();
      const target = frame.contentWindow;
      if (mine !== handshake || key === null || !target || signal.aborted) return;
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', ({ data }) => {
        const message = parse(data);
        if (message && mine === handshake) receive(message);
      });
      channel.port1.start();
      port = channel.port1;
      const open: ToFrame = { type: 'open', key };
      target.postMessage(open, origin, [channel.port2]);
    },
    close,
    isOpen: () => port !== null,
    send: (message) => port?.postMessage(message),
  };
};
