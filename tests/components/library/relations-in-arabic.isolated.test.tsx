// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { entityPage } from '../../../components/gallery/entity-fixtures.ts';
import { show, textOf } from '../render.tsx';

vi.mock('../../../lib/i18n/words.ts', async (original) => ({ ...(await original<object>()), direction: 'rtl' }));
const { RelationPart } = await import('../../../components/library/RelationPart.tsx');

test('where lines begin at the right, so do they point from whom something is said of the entry', async () => {
  const [relation] = entityPage.relations;
  if (relation === undefined) throw new Error('no relation');
  const relations = [{ ...relation, direction: 'in' as const }];
  await show(<RelationPart page={{ ...entityPage, relations }} actions={{ onOpen: () => undefined }} />);
  const text = textOf(document.body);
  expect(text).toContain('→');
  expect(text).not.toContain('←');
});
