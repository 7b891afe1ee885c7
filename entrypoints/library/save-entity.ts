import { toMarkdown } from '../../components/library/markdown-export.ts';
import type { EntityPage } from '../../lib/model/library.ts';
import { entityEntry, graphFrame } from '../../lib/store/exchange/json-ld.ts';
import { fileName, saveFile } from './save-file.ts';

/** One entity as a file. */
export function saveEntity(page: EntityPage, as: 'markdown' | 'json-ld'): void {
  const { entity, facts } = page;
  if (as === 'markdown')
    return saveFile(new Blob([toMarkdown(page)], { type: 'text/markdown' }), fileName(entity.name, 'md'));
  const [before, , behind] = graphFrame;
  const entry = entityEntry({ entity, facts: facts.map(({ fact, line }) => ({ fact, source: line.source })) });
  const text = before + entry + behind;
  saveFile(new Blob([text], { type: 'application/ld+json' }), fileName(entity.name, 'jsonld'));
}
