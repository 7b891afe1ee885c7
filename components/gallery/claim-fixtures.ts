import type { ClaimContext } from '../../lib/model/card.ts';
import { asSourceId } from '../../lib/model/ids.ts';
import { briefs, percent, sources, statement } from './fixtures.ts';

export const emptyClaim: ClaimContext = { kind: 'claim', related: [], reports: [], reviews: [], earlier: [] };

export const share: ClaimContext = {
  kind: 'claim',
  reports: [
    {
      outlets: ['The Meridian Post', 'Velland Wire'],
      sources: [{ ...sources.earlier, id: asSourceId('s:here') }, sources.agency],
      isHere: true,
    },
    { outlets: ['Grid Weekly'], sources: [sources.list], isHere: false },
  ],
  reviews: [
    {
      claim: 'A third of the power of Velland comes from its own dams',
      claimant: 'Marta Oyelaran',
      claimedAt: '2031-01-30',
      appearances: [],
      rating: { kind: 'words', words: 'Needs context: only in wet years' },
      publisher: 'Check the Current',
      url: 'https://current.example/dams-third',
      title: 'Do the dams give a third of Velland’s power?',
      publishedAt: '2031-02-03',
    },
  ],
  earlier: [
    {
      text: 'About 35 percent of the power used in Velland comes from its own dams.',
      quote: null,
      readAt: Date.UTC(2031, 1, 10),
    },
  ],
  related: [
    {
      relation: 'differs',
      statement: statement('r1', {
        kind: 'statistic',
        text: 'Dams gave 22 percent of the country’s power in the past year.',
        quantities: [percent(22, 'power in 2030')],
        speakerName: 'Velland grid operator',
        source: sources.agency,
      }),
    },
    {
      relation: 'differs',
      statement: statement('r2', {
        kind: 'statistic',
        text: 'The share of the dams fell to 17 percent in the dry months.',
        quantities: [percent(17, 'power in the dry months')],
        speaker: briefs.ministry,
      }),
    },
    {
      relation: 'same-subject',
      statement: statement('r3', {
        text: 'The dams carry us through the winter, the minister said.',
        quote: 'The dams carry us through the winter',
        speaker: briefs.minister,
        saidAt: '2031-01-20',
      }),
    },
  ],
};
