/** Whether the page is sandboxed without an origin of its own, and so is each frame in it. A file has none either, and frames of its own. */
export const isSealed = ({ defaultView, location }: Document): boolean =>
  defaultView?.origin === 'null' && location.protocol !== 'file:';
