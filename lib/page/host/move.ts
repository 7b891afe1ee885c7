/** Moves without a reload of the frames inside where the browser can: Chromium does, Firefox not within a shadow root (docs/browser-bugs.md). */
export const moveBefore = (parent: Node, node: Element, child: Node | null): void => {
  const mover = parent as Node & { moveBefore?(node: Node, child: Node | null): void };
  const isNear = parent.isConnected && node.getRootNode({ composed: true }) === parent.getRootNode({ composed: true });
  if (isNear && mover.moveBefore) mover.moveBefore(node, child);
  else parent.insertBefore(node, child);
};
