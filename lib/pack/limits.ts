/** Sizes beyond which a pack is refused: far above what a real one needs, low enough to keep a browser alive. */
export const limits = {
  /** UTF-16 units of one part in source form. */
  part: 500_000_000,
  /** UTF-16 units of one line. */
  line: 200_000,
  /** UTF-16 units of a name or alias. */
  name: 300,
  /** UTF-16 units of any other piece of text. */
  text: 4_000,
  /** Bytes of one compiled part: the index of 16 million names has 300 MB. */
  compiledPart: 1_000_000_000,
  /** Bytes of one shard, unfolded: a hundred times a usual one. */
  shard: 32_000_000,
  aliases: 400,
  context: 400,
  about: 60,
  quantities: 60,
  /** Entities, their places in an index being 24 bits wide. */
  entities: 16_000_000,
} as const;
