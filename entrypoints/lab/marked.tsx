import type { ComponentChildren } from 'preact';
import type { Mention } from '../../lib/model/mention.ts';
import type { Span } from '../../lib/model/span.ts';

/** A block's text with its mentions marked. */
export const marked = (text: string, block: Span, mentions: readonly Mention[]): ComponentChildren => {
  const inside = mentions.filter(({ start, end }) => start >= block.start && end <= block.end);
  let at = block.start;
  const parts = inside.map((mention) => {
    const before = text.slice(at, mention.start);
    at = mention.end;
    return (
      <>
        {before}
        <mark
          class={`is-${mention.type}`}
          title={`${mention.type} ${mention.cluster} ${mention.confidence.toFixed(2)}`}
        >
          {mention.surface}
        </mark>
      </>
    );
  });
  return [...parts, text.slice(at, block.end)];
};
