import { describe, expect, test } from 'vitest';
import { linksIn } from './links-in.ts';
import { useResources } from './resources.ts';

describe('namesakes, with the built-in packs', () => {
  const resources = useResources();

  const state = 'Washington: Washington (state)';
  const capital = 'Washington: Washington, D.C.';
  const georgia = 'Georgia: Georgia';
  const georgiaState = 'Georgia: Georgia (U.S. state)';
  const amazon = 'Amazon: Amazon (company)';
  const newYork = 'New York: New York City';
  const newYorkState = 'New York: New York (state)';

  test.each<[rule: string, text: string, links: readonly string[]]>([
    ['an office of states', "Jay Inslee, Washington's governor, signed the bill.", [state]],
    ['an office of states before it', 'Sen. Patty Murray of Washington voted no.', [state]],
    ['"state" behind it', 'Voters in Washington state rejected the measure.', [state]],
    ['behind one of its towns', 'He drove from Seattle, Washington, to Portland, Oregon.', [state, 'Oregon: Oregon']],
    ['in a list of states', 'The wheat crop in Idaho, Oregon and Washington failed.', [state]],
    ['in a list of capitals', 'Washington and Beijing agreed to talk.', [capital, 'Beijing: Beijing']],
    ['an office of cities', 'The mayor of Washington, Muriel Bowser, said so.', [capital]],
    ['an ambassador', "Washington's ambassador to Kyiv left.", [capital]],
    ['nothing beside it', 'President Joe Biden returned to Washington on Friday.', [capital]],
    ['a dateline', 'WASHINGTON (AP) — The Senate voted on Monday.', ['WASHINGTON: Washington, D.C.']],
    ['the paper', 'The Washington Post reported it.', ['Washington Post: The Washington Post']],
    [
      'the person',
      'Denzel Washington won. Washington, seated by the aisle, did not rise.',
      ['Washington: Denzel Washington'],
    ],
    ['a state behind one of its towns', 'Atlanta, Georgia, was quiet.', [georgiaState]],
    ['two pairs', 'Savannah, Georgia, and Charleston, South Carolina, flooded.', [georgiaState]],
    ['a country behind its capital', 'Protesters in Tbilisi, Georgia, threw eggs.', [georgia]],
    ['a governor’s', 'Georgia Governor Brian Kemp spoke in Atlanta.', [georgiaState]],
    ['senators’', 'Senators Jon Ossoff and Raphael Warnock of Georgia voted no.', [georgiaState]],
    ['a parliament’s', 'Georgia’s parliament passed the law on foreign agents.', [georgia]],
    ['an invaded one', 'Russia invaded Georgia in 2008, seizing South Ossetia.', [georgia]],
    ['among states', 'Voters in Georgia, Arizona and Nevada will decide.', [georgiaState]],
    ['among countries', 'Armenia, Azerbaijan and Georgia signed the accord.', [georgia]],
    ['a part of a country behind its town', 'Arm, based in Cambridge, England, fell.', ['England: England']],
    ['a territory', 'Fishermen of the Faroe Islands sailed.', ['Faroe Islands: Faroe Islands']],
    ['the larger of two towns by far', 'He moved to Barcelona and wrote.', ['Barcelona: Barcelona']],
    ['a nickname within a name', 'Former president José "Pepe" Mujica spoke.', ['José "Pepe" Mujica: José Mujica']],
    ['a surname that only describes', 'The son of a Kerry vet, he left.', ['Kerry: -']],
    ['the Vatican', 'Cardinals gathered at the Vatican on Sunday.', ['Vatican: Vatican City']],
    ['a governor’s New York', 'The New York governor, Kathy Hochul, signed the law.', [newYorkState]],
    ['a mayor’s', 'New York Mayor Eric Adams spoke.', [newYork]],
    ['behind a town', 'She lives in Buffalo, New York.', [newYorkState]],
    ['behind a borough', 'Manhattan, New York, was dark.', [newYork]],
    ['New York among cities', 'New York, London and Tokyo fell.', [newYork]],
    ['New York among states', 'The governors of New York, New Jersey and Connecticut met.', [newYorkState]],
    ['a province of two towns’ name', 'Victoria and New South Wales closed the border.', ['Victoria: Victoria']],
    [
      'two towns of one name in two states, of which the store knows one',
      'Schools in Portland, Oregon, closed. In Portland, Maine, they opened. Portland, Oregon, mourned.',
      ['Portland: Portland', 'Oregon: Oregon', 'Portland: -', 'Maine: Maine', 'Portland: Portland', 'Oregon: Oregon'],
    ],
    ['a town that is not the known one', 'Police in Paris, Texas, arrested two men.', ['Paris: -', 'Texas: Texas']],
    ['postal letters behind a town', 'She lives in Buffalo, NY, and sails.', ['NY: New York (state)']],
    ['postal letters alone', 'The NY club lost.', ['NY: -']],
    ['a hotel called after its town', 'The ring was in a room at The London on Friday.', ['The London: -']],
    ['it and the town', 'Actors met in London. One slept at The London.', ['London: London', 'The London: -']],
    [
      'a country in a list that an article parts',
      'The members are Belgium, Denmark, Iceland, Italy, the Netherlands and Spain.',
      ['Iceland: Iceland', 'Italy: Italy'],
    ],
    ['a capital behind a country', 'US, Manila launch war games.', ['US: United States', 'Manila: Manila']],
    ['a town that is called as a country is', 'The malt is made in Lebanon, Indiana.', ['Lebanon: -']],
    ['a town that has the article', 'Judges met in The Hague.', ['The Hague: The Hague']],
    ['a country with one', 'Ships sailed from The Gambia.', ['The Gambia: Gambia']],
    ['few letters of something unlike', 'The remote by Sony needs two AA batteries.', ['AA: -']],
    ['few letters beside their country', 'The AA took a town in Myanmar.', ['AA: Arakan Army']],
    [
      'letters that the article reads otherwise',
      'Staff of the Movement for Safe Cities (MSC) met. MSC paid.',
      ['Movement for Safe Cities: -', 'MSC: -'],
    ],
    [
      'letters that it reads as one of two',
      'The fish has the label of the Marine Stewardship Council (MSC). The MSC was founded in London. MSC pays. An MSC label is blue. The MSC grew.',
      ['MSC: Marine Stewardship Council'],
    ],
    [
      'letters that it reads by another spelling',
      'The World Health Organisation (WHO) said so.',
      ['World Health Organisation: World Health Organization'],
    ],
    [
      'father and son',
      'President Donald Trump met his son Donald Trump Jr. there. Trump Jr. left. Trump said he was proud.',
      ['Donald Trump: Donald Trump', 'Trump Jr.: Donald Trump Jr.', 'Trump: Donald Trump'],
    ],
    [
      'a son alone',
      'Trump Jr. was in Greenland. Trump was not.',
      ['Trump Jr.: Donald Trump Jr.', 'Trump: Donald Trump'],
    ],
    [
      'whom a surname means before the full name of another',
      'Trump said Tuesday that Melania Trump would join him.',
      ['Trump: Donald Trump', 'Melania Trump: Melania Trump'],
    ],
    [
      'two full names that "and" joins',
      'George Bush and George W. Bush attended; Jeb Bush did not.',
      ['George W. Bush: George W. Bush', 'Jeb Bush: Jeb Bush'],
    ],
    [
      'a town in a dateline that is not the known one',
      'LONDON, Ontario — A man was arrested on Friday.',
      ['LONDON: -', 'Ontario: Ontario'],
    ],
    [
      'a town that is known in another state',
      'The mayor of Portland, Maine, resigned.',
      ['Portland: -', 'Maine: Maine'],
    ],
    ['the known one', 'The mayor of Portland, Ore., resigned.', ['Portland: Portland', 'Ore.: Oregon']],
    ['a dateline of the known one', 'LONDON (Reuters) - Shares fell.', ['LONDON: London']],
    ['where, and then who', "In London, Russia's embassy declined to comment.", ['London: London', 'Russia: Russia']],
    ['a forest and no company', 'Deforestation in the Amazon fell by a third.', ['Amazon: ?']],
    ['the company and the forest', 'Amazon said it would plant trees in the Amazon.', [amazon, 'Amazon: ?']],
    ['a deal of the company', 'The Amazon deal was approved in Seattle.', [amazon]],
    ['a son after his father', 'George H. W. Bush was president. Bush Jr. followed him.', ['Bush Jr.: George W. Bush']],
    ['a nationality and no army', 'The Israeli military struck Gaza on Sunday.', ['Israeli: Israel']],
    ['nor a country’s', 'The US military said so. Russian troops left.', ['US: United States', 'Russian: Russia']],
    ['a surname that speaks', 'The forecast was raised. Cook said demand was strong.', ['Cook: -']],
    ['a surname after its full name', 'Tim Cook runs Apple. Cook added that it was late.', ['Cook: Tim Cook']],
  ])('%s: %s', async (_rule, text, links) => {
    expect(await linksIn(text, resources())).toEqual(expect.arrayContaining([...links]));
  });

  test.each([
    ['a verb is no name', 'Cook the pasta for nine minutes, then drain.'],
    ['nor in a list of steps', 'Cook and serve at once.\nCook on low heat.\nTo cook, heat oil.'],
  ])('%s', async (_rule, text) => expect(await linksIn(text, resources())).toEqual([]));

  test.each<[rule: string, text: string, links: readonly string[]]>([
    [
      'the state and the country in one article',
      "Senators from Georgia objected. Georgia's parliament passed it. In Tbilisi, Georgia waited. Voters in Georgia did not.",
      [georgiaState, georgia, georgia, georgiaState],
    ],
    [
      'a mention that says nothing is of its paragraph’s only kind',
      "Georgia Governor Brian Kemp spoke.\nGeorgia's prime minister left. “Georgia will wait,” he said.",
      [georgiaState, georgia, georgia],
    ],
  ])('%s', async (_rule, text, links) => {
    const found = await linksIn(text, resources());
    expect(found.filter((each) => each.startsWith('Georgia: '))).toEqual(links);
  });
});
