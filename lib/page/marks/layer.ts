import type { Host } from '../host/host.ts';
import type { Box } from './geometry.ts';
import { markSheet } from './sheet.ts';

/** A box to paint, in the layer's own pixels. */
export interface Paint extends Box {
  readonly look: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Where the layer's own origin is on the screen, and how many screen pixels one of its pixels takes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

export interface Layer {
  /** Measures; null while the layer is not rendered. */
  readonly frame: () => Frame | null;
  readonly paint: (boxes: readonly Paint[]) => void;
}

/** What marks are painted in, in a room of the host's. */
export const createLayer = (document: Document, host: Host): Layer => {
  const { root } = host.makeMarksRoom(markSheet);
  // Contained, so that what is painted does not widen the room: its scrollWidth would tell where marks lie. Within
  // another, since Chromium lays out the whole page for what is hung into a contained element that the page itself holds.
  const stage = document.createElement('div');
  const ruler = document.createElement('i');
  ruler.className = 'ruler';
  stage.append(ruler);
  const outer = document.createElement('div');
  outer.append(stage);
  root.append(outer);

  let shown = new Map<string, HTMLElement>();
  return {
    frame: () => {
      const { left, top, width } = ruler.getBoundingClientRect();
      return width > 0 ? { left, top, scale: width / 100 } : null;
    },
    // A box that moved would count as a shift of the page's layout, in the page's own metrics: it is made anew instead.
    paint: (boxes) => {
      const next = new Map<string, HTMLElement>();
      for (const box of boxes) {
        const style = `left:${box.left}px;top:${box.top}px;width:${box.right - box.left}px;height:${box.bottom - box.top}px;opacity:${box.opacity}`;
        const key = `${box.look}|${style}`;
        if (next.has(key)) continue;
        let element = shown.get(key);
        if (element) {
          shown.delete(key);
        } else {
          element = document.createElement('i');
          element.className = box.look;
          element.style.cssText = style;
          stage.append(element);
        }
        next.set(key, element);
      }
      for (const element of shown.values()) element.remove();
      shown = next;
    },
  };
};
