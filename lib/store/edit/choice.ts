import type { ChoiceTarget } from '../../model/edit.ts';
import type { ChoiceRow } from '../own-rows.ts';
import type { Changes } from './changes.ts';

/** In the place of an article's address: wherever the name stands. */
export const everywhere = '';

/** Keeps what a name stands for in the article of this address, or everywhere; `name` is folded. */
export const putChoice = (
  changes: Changes,
  { url, name }: Pick<ChoiceRow, 'url' | 'name'>,
  target: ChoiceTarget,
): Promise<void> => changes.put('choices', { id: `${url}#${name}`, url, name, target, at: changes.at });

/** What was said to stand for nothing wherever it is written stands for this from now on. */
export async function takeOverName(changes: Changes, name: string, target: ChoiceTarget): Promise<void> {
  const said = await changes.get<ChoiceRow>('choices', `${everywhere}#${name}`);
  if (said !== null) await putChoice(changes, said, target);
}
