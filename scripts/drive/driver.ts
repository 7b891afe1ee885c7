import { setTimeout as sleep } from 'node:timers/promises';
import type { Family } from '../browsers.ts';

/** CSS pixels of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A page in a tab, or a frame in it, in whose own world functions can run. */
export interface Scope {
  /** The function travels as text: it sees its argument and the page, nothing of this file. */
  evaluate<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Runs a program there, whatever the page's own policy on scripts is. */
  run(program: string): Promise<void>;
}

export interface Frame extends Scope {
  /** Where it lies in the tab's viewport; null where it is not laid out. */
  box(): Promise<Box | null>;
}

export interface Download {
  readonly name: string;
  /** Decoded as UTF-8. */
  readonly text: string;
}

/** What a system may ask of every page for its reader's sake. */
export interface Wishes {
  readonly forcedColours: boolean;
  readonly lessMotion: boolean;
}

/** A tab with a real mouse and keyboard. */
export interface Tab extends Scope {
  goto(url: string): Promise<void>;
  moveMouse(to: Point): Promise<void>;
  click(at: Point): Promise<void>;
  /** Presses the mouse at the first place and lets it go at the second. */
  drag(from: Point, to: Point): Promise<void>;
  /** A finger that touches for so many milliseconds. */
  touch(at: Point, milliseconds: number): Promise<void>;
  /** A key by its DOM name: `Escape`, `Tab`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Holds a key down, and lets it go. */
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Frames whose address ends so, in the order in which they came. */
  findFrames(ending: string): Promise<readonly Frame[]>;
  /** The frame whose address ends so, be it in a closed shadow root; null while there is none. */
  findFrame(ending: string): Promise<Frame | null>;
  /** PNG of what is in view. */
  screenshot(): Promise<Uint8Array>;
  /** Null where the browser's protocol cannot pretend one. */
  readonly setColourScheme: ((scheme: 'light' | 'dark') => Promise<void>) | null;
  /** The system's other wishes; null where the browser's protocol cannot pretend them. */
  readonly setWishes: ((wishes: Wishes) => Promise<void>) | null;
  /** As what the page is shown; null where the browser's protocol cannot pretend it. */
  readonly setMedium: ((medium: 'screen' | 'print') => Promise<void>) | null;
  resize(size: { readonly width: number; readonly height: number }): Promise<void>;
  bringToFront(): Promise<void>;
  /** The file that the browser saves in consequence of what is done. */
  download(act: () => Promise<void>): Promise<Download>;
  close(): Promise<void>;
}

/** A browser with the extension in it, allowed in private windows too, in a profile of its own that goes with it. */
export interface Driver {
  readonly family: Family;
  /** Folder of the profile. */
  readonly profile: string;
  /** `chrome-extension://ID/` or `moz-extension://UUID/`. */
  readonly origin: string;
  open(url: string): Promise<Tab>;
  /** The tab that something else opened at an address that begins so; waits for it. */
  arrived(beginning: string): Promise<Tab>;
  /** The running background, in whose world functions can run; null where the browser's protocol does not reach it. */
  readonly background: (() => Promise<Scope>) | null;
  /**
   * Refuses what the browser itself asks its reader in consequence of what is done; null where the protocol cannot press
   * there, or the browser does not ask.
   */
  readonly refuse: ((act: () => Promise<void>) => Promise<void>) | null;
  /** Ends the background as the browser itself may do at any moment; returns once it is gone. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

const pollEvery = 50;

/** Asks until the answer is not null; throws, naming what was awaited, after `within` milliseconds. */
export async function waitFor<T>(what: string, ask: () => Promise<T | null>, within = 10_000): Promise<T> {
  const end = Date.now() + within;
  let trouble = '';
  do {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
    } catch (error) {
      trouble = error instanceof Error ? `: ${error.message.split('\n', 1)[0]}` : '';
    }
    await sleep(pollEvery);
  } while (Date.now() < end);
  throw new Error(`${what} did not come within ${within} ms${trouble}`);
}
