import type { Block } from '../../model/article.ts';
import type { TextMap } from '../text/text-map.ts';
import { isCarriedWith } from './carried.ts';
import { type Layer, createLayer } from './layer.ts';
import type { Mark } from './mark.ts';
import type { PlacedBlock } from './measure.ts';
import type { Extent } from './near.ts';

/** What is marked, and where. */
export interface Marking {
  readonly blocks: readonly Block[];
  readonly map: TextMap;
  /** In order of `start`. */
  readonly marks: readonly Mark[];
  /** The element around the running text. */
  readonly container: Element;
}

/** A block with its marks, if any, and the layer that they are painted in. */
export interface Plot {
  readonly block: Block;
  readonly layer: Layer;
  /** The element around the block that its layer is of, or lies over. */
  readonly home: Element;
  readonly marks: readonly (readonly [number, Mark])[];
  /** Relative to the layer's origin, unscaled; null while not rendered. */
  extent: Extent | null;
  /** The generation of layout that extent and place are of. */
  measuredIn: number;
  placed: PlacedBlock | null;
}

/** The layer for each element around blocks; null where there can be none. */
export type Homes = ReadonlyMap<Element, Layer | null>;

/** Children of a host with a shadow root are not laid out in it, unless they have a slot. */
const homeOf = (element: Element): Element => {
  const { parentElement } = element;
  return parentElement && !parentElement.shadowRoot ? parentElement : element;
};

/**
 * Blocks outside of the body (a headline above it) get a layer of their own where the body's does not go with them. Layers
 * that hang already are taken over: to hang one up has the browser lay out the whole article again.
 */
export const plotMarks = (
  { blocks, map, marks, container }: Marking,
  before: Homes,
): { readonly plots: readonly Plot[]; readonly homes: Homes } => {
  const byHome = new Map<Element, Layer | null>();
  const layerFor = (home: Element): Layer | null => {
    const known = byHome.get(home);
    if (known !== undefined) return known;
    const made = before.get(home) ?? createLayer(home);
    const same = [...byHome.values()].find((layer) => layer !== null && layer.container === made?.container);
    if (same && same !== made) made?.remove();
    const layer = same ?? made;
    byHome.set(home, layer);
    return layer;
  };
  const found: Plot[] = [];
  let next = 0;
  for (const block of blocks) {
    const inside: (readonly [number, Mark])[] = [];
    for (let mark = marks[next]; mark && mark.start < block.end; next += 1, mark = marks[next]) {
      if (mark.start >= block.start && mark.end <= block.end) inside.push([next, mark]);
    }
    const element = map.elementAt(block.start);
    if (!element) continue;
    // Also for blocks without a mark: what hangs in the page must not tell it what was found there.
    const home = container.contains(element) ? container : homeOf(element);
    const layer = layerFor(home === container || isCarriedWith(element, container) ? container : home);
    if (layer) found.push({ block, layer, home, marks: inside, extent: null, measuredIn: 0, placed: null });
  }
  const kept = new Set(byHome.values());
  for (const layer of before.values()) if (layer !== null && !kept.has(layer)) layer.remove();
  return { plots: found, homes: byHome };
};
