import { finder } from './en/finder.ts';
import { source } from './source.ts';

/** All that a catalogue has: the interface's text, and what one of its surfaces alone loads. */
export const wholeSource = { ...source, finder } as const;
