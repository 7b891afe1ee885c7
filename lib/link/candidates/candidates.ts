import type { Article } from '../../model/article.ts';
import type { KnownName, Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { lookUpBareBodies } from './bare-bodies.ts';
import { lookUpCredits } from './credits.ts';
import { lookUpNicknames } from './nicknames.ts';
import { lookUpOutlet } from './outlets.ts';
import { partNamesakes } from './part-namesakes.ts';
import { partTowns } from './part-towns.ts';
import { lookUpPlainBodies } from './plain-bodies.ts';
import { lookUpQualified } from './qualified.ts';
import { lookUpShadowed } from './shadowed.ts';
import { lookUpRegions } from './short-regions.ts';
import { asTeams } from './teams.ts';

/**
 * What else of the store a name may stand for, which the gazetteer cannot find by the words that are marked. `known` are
 * the gazetteer's hits.
 */
export async function findCandidates(
  { text, metadata }: Article,
  names: readonly CandidateName[],
  known: readonly KnownName[],
  knowledge: Pick<Knowledge, 'findNames' | 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const shadowed = await lookUpShadowed(text, names, known, knowledge);
  const called = await lookUpNicknames(text, shadowed, knowledge);
  const plain = await lookUpPlainBodies(text, called, knowledge);
  const teams = await asTeams(text, await lookUpRegions(text, plain, knowledge), knowledge);
  const ofOutlet = await lookUpOutlet(text, teams, metadata.publisher, knowledge);
  const qualified = await lookUpQualified(text, await lookUpCredits(text, ofOutlet, knowledge), knowledge);
  const bodies = await lookUpBareBodies(text, qualified, knowledge);
  return partTowns(text, await partNamesakes(text, bodies, knowledge));
}
