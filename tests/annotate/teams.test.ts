import { describe, expect, test } from 'vitest';
import { isAboutSport } from '../../lib/link/sports.ts';
import { linksIn } from './links-in.ts';
import { useResources } from './resources.ts';

describe('teams that are called by their place, with the built-in packs', () => {
  const resources = useResources();

  test.each<[rule: string, text: string, links: readonly string[]]>([
    [
      'who beats whom',
      'Burnley beat Southampton 2-0 in the Premier League after a late penalty shoot-out of nerves.',
      ['Burnley: Burnley F.C.', 'Southampton: Southampton F.C.'],
    ],
    [
      'not where something is',
      'The Liverpool striker scored twice. Liverpool lost 2-1 in the Champions League. Trains in Liverpool stood still.',
      ['Liverpool: Liverpool F.C.', 'Liverpool: Liverpool F.C.', 'Liverpool: Liverpool'],
    ],
    [
      'the sport of the paragraph',
      'Boston routed Miami 118-92 in the NBA. He had ten free throws.',
      ['Boston: Boston Celtics', 'Miami: Miami Heat'],
    ],
    [
      'another sport',
      'Boston beat Toronto 5-4 on a home run. The pitcher threw six innings of baseball.',
      ['Boston: Boston Red Sox', 'Toronto: Toronto Blue Jays'],
    ],
    [
      'many where a team is named in full, and a town where it is one',
      'Arsenal beat Real Madrid 3-0 in the Champions League. Madrid were poor, the midfielder said. Police in Madrid waited.',
      ['Real Madrid: Real Madrid', 'Madrid: Real Madrid', 'Madrid: Madrid'],
    ],
    [
      'by the last word of a team that stands in full',
      'OKLAHOMA CITY -- The Indiana Pacers beat the Oklahoma City Thunder 111-110 in the NBA. He had 38 for the Thunder and two free throws.',
      ['OKLAHOMA CITY: Oklahoma City', 'Thunder: Oklahoma City Thunder'],
    ],
    [
      'a dateline is a place',
      'KANSAS CITY (AP) — Kansas City held off Denver 27-24 with two touchdowns in the NFL.',
      ['KANSAS CITY: Kansas City', 'Kansas City: Kansas City Chiefs', 'Denver: Denver Broncos'],
    ],
    [
      'opponents of a weak verb',
      'Buffalo hosts Las Vegas on Sunday. The quarterback threw three touchdowns in the NFL.',
      ['Buffalo: Buffalo Bills', 'Las Vegas: Las Vegas Raiders'],
    ],
    [
      'whom they visit, and in a table of what comes next',
      'The Los Angeles Chargers threw three touchdowns in the NFL. They visit Kansas City next Sunday; the Chiefs lost. Broncos: Host Las Vegas on Thursday.',
      ['Kansas City: Kansas City Chiefs', 'Chiefs: Kansas City Chiefs', 'Las Vegas: Las Vegas Raiders'],
    ],
    [
      'in a list with teams, and by its place in a table',
      'Newcastle, who are seventh, are two points above Chelsea. They have to beat West Ham, Nottingham Forest and Bournemouth in the Premier League to reach the Europa League.',
      ['Newcastle: Newcastle United', 'Bournemouth: AFC Bournemouth'],
    ],
    [
      'a trade with a name between',
      'Leeds have signed the Norway striker Erling Moen. He left the Bundesliga for the Premier League.',
      ['Leeds: Leeds United'],
    ],
    [
      'a team that the store does not know is no state',
      'Texas edged Notre Dame 17-7 in college football. It had two touchdowns.',
      ['Texas: -'],
    ],
    [
      'the state that plays, not the country',
      'Georgia beat Alabama 44-42 in college football with a field goal and a touchdown.',
      ['Georgia: -', 'Alabama: -'],
    ],
    [
      'countries stay countries',
      'Georgia beat Portugal 2-0. The striker scored in stoppage time, UEFA said.',
      ['Portugal: Portugal'],
    ],
    [
      'what a team is called without its place',
      'Patrick Mahomes threw for two touchdowns in the NFL and Kansas City held off Buffalo 27-24. The Chiefs (9-2) scored late. "That was it," Chiefs coach Andy Reid said.',
      ['Chiefs: Kansas City Chiefs', 'Chiefs: Kansas City Chiefs'],
    ],
    [
      'a politics page',
      'Moscow beat Kyiv to the deal. Liverpool lost to Manchester in the contest for the arena.',
      ['Moscow: Moscow', 'Liverpool: Liverpool', 'Manchester: Manchester'],
    ],
  ])('%s: %s', async (_rule, text, links) => {
    const found = await linksIn(text, resources());
    expect(found.filter((each) => links.includes(each))).toEqual(links);
  });

  test.each([
    ['a match', 'They won 3-1 in the Premier League.', true],
    ['a striker who is on strike', 'The strikers met the mayor, and the striker with a flag sang.', false],
    ['a league’s business', 'The Premier League will pay the coach of the national team for a season.', false],
    [
      'politics',
      'The coach left Moscow at half past nine. The season of the play-offs between ministers began.',
      false,
    ],
  ])('%s', (_what, text, answer) => {
    expect(isAboutSport(text)).toBe(answer);
  });
});
