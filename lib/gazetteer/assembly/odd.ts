/** What is left to TypeScript: odd characters (../odd-words.ts knows all of Unicode), and names that overlap in numbers. */

/** Fills in kinds, folds and codes of the 256 units around this one. */
export declare function learn(unit: i32): void;

/**
 * Reads what stands here; answers where to go on. In `reply` whether it is a word that may begin a name, its hash, and
 * whether it is written small.
 */
export declare function readHere(at: i32, isInside: i32): i32;

/**
 * Reads on behind a word; 0 where the line ends before there is another. In `reply` the next one's start, end, hash, gap,
 * and whether it is written small.
 */
export declare function readNext(start: i32, end: i32, hash: i32, next: i32): i32;

/** Second hash of a word. */
export declare function verify(start: i32, end: i32, isExact: i32): i32;

/**
 * Of a long run of finds that overlap one another in turn, from one 32-bit word of the memory to before another, keeps
 * the longest, first things first; answers how many words they take.
 */
export declare function settleChain(first: i32, beyond: i32): i32;
