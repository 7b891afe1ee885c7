/** What a first message must look like: a key, and the one port that it came with. */
const opened = (event: MessageEvent<unknown>): { readonly key: string; readonly port: MessagePort } | null => {
  const { data, ports } = event;
  const [port] = ports;
  if (typeof data !== 'object' || data === null || !('type' in data) || !('key' in data)) return null;
  return data.type === 'open' && typeof data.key === 'string' && port !== undefined ? { key: data.key, port } : null;
};

/** A page that frames this document itself gets so many guesses at a key before it is not listened to at all. */
const guesses = 5;

/**
 * Hands over each port whose key is genuine; every other message is left without an answer. The reader opens the frame
 * anew, with another key, when the page comes back from the browser's cache.
 */
export const openForReader = (
  isGenuine: (key: string) => Promise<boolean>,
  onPort: (port: MessagePort) => void,
): void => {
  let wrong = 0;
  const judge = async (key: string, port: MessagePort): Promise<void> => {
    if (await isGenuine(key)) {
      onPort(port);
      return;
    }
    wrong += 1;
    port.close();
  };
  window.addEventListener('message', (event) => {
    const first = opened(event);
    if (first !== null && wrong < guesses) void judge(first.key, first.port);
  });
};
