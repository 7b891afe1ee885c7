/** What of a page's text does not fit its place. Runs in the page: sees nothing of this file but its argument. */
export function findOverflow(selector: string): readonly string[] {
  const found = new Set<string>();
  const nameOf = (element: Element): string => {
    const example = element.closest('[aria-label].gallery__example')?.getAttribute('aria-label') ?? document.title;
    const classes = (element.getAttribute('class') ?? '').split(' ').slice(0, 2).join('.');
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
    return `${example} > ${element.localName}.${classes} "${text}"`;
  };
  const isUnseen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 || height <= 1 || element.closest('.unseen, [hidden]') !== null;
  };
  // A line that is cut says so with dots, and what it says stands whole elsewhere.
  const isCut = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  };
  const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible';

  for (const place of document.querySelectorAll(selector)) {
    for (const element of [place, ...place.querySelectorAll('*')]) {
      if (!(element instanceof HTMLElement) || isUnseen(element)) continue;
      if (/^(?:input|textarea|select|progress|svg)$/.test(element.localName)) continue;
      const isControl = /^(?:button|summary|label|a)$/.test(element.localName) && element.clientWidth > 0;
      if ((clips(element) || isControl) && !isCut(element) && element.scrollWidth - element.clientWidth > 1)
        found.add(`wider than its place: ${nameOf(element)}`);
      // Its box was not given the lines that it needs: they lie over what follows.
      if (getComputedStyle(element).overflowY === 'visible' && element.scrollHeight - element.clientHeight > 8)
        found.add(`higher than its place: ${nameOf(element)}`);
    }
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.nodeValue ?? '').trim() === '' || isUnseen(parent)) continue;
      // The dot before a part is cut off where that part begins a line.
      if (parent.closest('select, svg, textarea, .parted__dot') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      let around: Element | null = parent;
      while (around !== null && around !== place && !clips(around)) around = around.parentElement;
      if (around === null || isCut(around)) continue;
      const room = around.getBoundingClientRect();
      // Meant for screen readers alone.
      if (room.width <= 1) continue;
      if (box.left < room.left - 1 || box.right > room.right + 1) found.add(`outside: ${nameOf(parent)}`);
    }
  }
  return [...found];
}
