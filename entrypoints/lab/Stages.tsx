import type { ComponentChildren } from 'preact';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { Mention } from '../../lib/model/mention.ts';
import { type Span, sliceOf } from '../../lib/model/span.ts';
import { Table } from './Table.tsx';

const marked = (text: string, block: Span, mentions: readonly Mention[]): ComponentChildren => {
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

/** Every stage's output for one text: blocks with their mentions, clusters with their links, claims. */
export const Stages = ({ analysis }: { readonly analysis: Analysis }) => {
  const { article, mentions, clusters, claims } = analysis;
  const words = (span: Span | null) => (span === null ? '' : sliceOf(article.text, span));
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  return (
    <>
      <h2>Mentions ({mentions.length})</h2>
      {article.blocks.map((block) => (
        <p key={block.start}>{marked(article.text, block, mentions)}</p>
      ))}
      <Table
        title="Clusters"
        head={['id', 'name', 'type', 'mentions', 'link', 'role', 'gender']}
        rows={clusters.map(({ id, name, type, mentions: at, link, role, gender }) => {
          const to =
            link.kind === 'linked' ? link.entity : link.kind === 'ambiguous' ? link.candidates.join(' ') : 'nil';
          return [id, name, type, String(at.length), to, role?.text ?? '', gender ?? ''];
        })}
      />
      <Table
        title="Claims"
        head={['kind', 'speaker', 'cue', 'sentence', 'quotes', 'quantities', 'worth']}
        rows={claims.map((claim) => {
          const { speaker, source, cue, quotes } = claim.attribution;
          return [
            claim.kind,
            speaker === null ? words(source) : (nameOf.get(speaker) ?? speaker),
            words(cue),
            words(claim),
            quotes.map(words).join(' | '),
            claim.quantities.map(({ value, unit, of }) => `${value} ${unit} ${of}`).join('; '),
            claim.checkWorthiness.toFixed(2),
          ];
        })}
      />
    </>
  );
};
