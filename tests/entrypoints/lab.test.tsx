// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { articleOf } from '../../entrypoints/lab/article.ts';
import { Stages } from '../../entrypoints/lab/Stages.tsx';
import type { AnalysisAnswer } from '../../lib/message/protocol.ts';
import { asClaimId, asClusterId, asEntityId } from '../../lib/model/ids.ts';
import { show, textOf } from '../components/render.tsx';

const article = articleOf('Odile Marchetti left Geneva.\n\n“We have 412 ships,” she said.');
const person = asClusterId('m0');
const answer: AnalysisAnswer = {
  analysis: {
    article,
    mentions: [{ start: 0, end: 15, surface: 'Odile Marchetti', type: 'person', cluster: person, confidence: 0.97 }],
    clusters: [
      {
        id: person,
        name: 'Odile Marchetti',
        type: 'person',
        mentions: [0],
        link: { kind: 'linked', entity: asEntityId('t:odile'), confidence: 0.9 },
        role: null,
        gender: 'female',
      },
    ],
    groups: [],
    claims: [
      {
        start: 29,
        end: article.text.length,
        kind: 'quote',
        attribution: { speaker: person, source: null, cue: null, quotes: [{ start: 30, end: 47 }], saidOn: null },
        about: [],
        quantities: [{ value: 412, unit: 'count', of: 'ships' }],
        when: null,
        checkWorthiness: 0.71,
        related: [{ claim: asClaimId('c9'), relation: 'differs' }],
      },
    ],
  },
  briefs: [
    { id: asEntityId('t:odile'), type: 'person', name: 'Odile Marchetti', description: 'Envoy', roleOnDay: 'Head' },
  ],
  receipt: { readAt: '2026-11-26T12:00:00Z', textHash: '' },
};

test('every stage of the pipeline is shown with what it found', async () => {
  const page = await show(<Stages answer={answer} />);
  const tables = [...page.querySelectorAll('section')].map((section) => textOf(section));
  const rows = ['Odile Marchettipersonm00.97', 't:odile', '412 count ships0.71differs c9', 'EnvoyHead'];
  expect(tables.length).toBe(5);
  expect(tables[0]).toContain('Odile Marchetti left Geneva.');
  for (const row of rows) expect(tables.join('\n')).toContain(row);
  expect(page.querySelector('mark')?.textContent).toBe('Odile Marchetti');
});
