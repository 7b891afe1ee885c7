/** The frame is loaded at most so often; milliseconds. */
const calm = 500;

/**
 * Loads the card's page into a frame that hangs. By no attribute: whoever is told of the frame would read there whose it
 * is. Not at once where it has just been loaded: a page may move what the frame hangs in, which empties it, as often as it
 * likes.
 */
export const createLoader = (frame: HTMLIFrameElement, url: string, signal: AbortSignal): (() => void) => {
  const window = frame.ownerDocument.defaultView;
  let timer = 0;
  let loadedAt = -calm;
  const load = (): void => {
    window?.clearTimeout(timer);
    const now = performance.now();
    const left = loadedAt + calm - now;
    if (left > 0) timer = window?.setTimeout(load, left) ?? 0;
    else {
      loadedAt = now;
      frame.contentWindow?.location.replace(url);
    }
  };
  signal.addEventListener('abort', () => window?.clearTimeout(timer));
  return load;
};
