import type { AnalysisAnswer } from '../../lib/message/protocol.ts';
import { type Span, sliceOf } from '../../lib/model/span.ts';
import { readText } from '../../lib/text/document.ts';
import { marked } from './marked.tsx';
import { Table } from './Table.tsx';

/** Every stage's output for one text: sentences, mentions, clusters with their links, claims with what they relate to, and the store's word. */
export const Stages = ({ answer }: { readonly answer: AnalysisAnswer }) => {
  const { analysis, briefs } = answer;
  const { article, mentions, clusters, claims } = analysis;
  const words = (span: Span | null) => (span === null ? '' : sliceOf(article.text, span));
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  return (
    <>
      <Table
        title="Sentences"
        head={['from', 'to', 'words', 'text']}
        rows={readText(article.text, article.blocks).sentences.map(({ start, end, firstToken, endToken }) => [
          String(start),
          String(end),
          String(endToken - firstToken),
          sliceOf(article.text, { start, end }),
        ])}
      />
      <h2>Mentions ({mentions.length})</h2>
      {article.blocks.map((block) => (
        <p key={block.start} dir="auto">
          {marked(article.text, block, mentions)}
        </p>
      ))}
      <Table
        title="Mentions, one a line"
        head={['from', 'to', 'surface', 'type', 'cluster', 'confidence']}
        rows={mentions.map(({ start, end, surface, type, cluster, confidence }) => [
          String(start),
          String(end),
          surface,
          type,
          cluster,
          confidence.toFixed(2),
        ])}
      />
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
        head={['kind', 'speaker', 'cue', 'sentence', 'quotes', 'about', 'quantities', 'worth', 'related']}
        rows={claims.map((claim) => {
          const { speaker, source, cue, quotes } = claim.attribution;
          return [
            claim.kind,
            speaker === null ? words(source) : (nameOf.get(speaker) ?? speaker),
            words(cue),
            words(claim),
            quotes.map(words).join(' | '),
            claim.about.map((id) => nameOf.get(id) ?? id).join('; '),
            claim.quantities.map(({ value, unit, of }) => `${value} ${unit} ${of}`).join('; '),
            claim.checkWorthiness.toFixed(2),
            claim.related.map(({ relation, claim: other }) => `${relation} ${other}`).join('; '),
          ];
        })}
      />
      <Table
        title="What the store says of those that it knows"
        head={['id', 'name', 'type', 'description', 'role on the day']}
        rows={briefs.map(({ id, name, type, description, roleOnDay }) => [
          id,
          name,
          type,
          description,
          roleOnDay ?? '',
        ])}
      />
    </>
  );
};
