import { expect, test } from 'vitest';
import { findClaims } from '../../lib/claim/claims.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Who is given the sentences that have a speaker, in order, an entity a sentence; names as in the corpus. */
function speakersOf(marked: string): string {
  const { text, mentions } = parseMarks(marked.trim(), 1);
  const { document, cast, entityOf } = goldCast(text, mentions);
  return atOnce(findClaims(document, cast, { day: null, country: null, model: null }))
    .flatMap(({ attribution: { speaker } }) => (speaker === null ? [] : [entityOf.get(speaker) ?? '']))
    .join(' ');
}

test.each([
  [
    'Q and A with points; the letter alone is no claim',
    `[[Ingrid Halvorsen|PER|i]] heads the harbour authority.
Q. Why was the ferry allowed to sail?
A. Because the wind was below the limit. We measured 14 metres a second.
Q. Who decides?
A. The captain does.
Q. Will the rules change?
A. They will be reviewed in May.`,
    'i i i i',
  ],
  [
    'a broadcast with offices and notes',
    `The taps run dry.
[[ARI CASTELLANOS|PER|a]], HOST:
The city is short of water.
[[EMILY GREEN|PER|e]], BYLINE: In the hills a woman has had no water since March.
[[JOSEFINA RIOS|PER|j]]: (Through interpreter) I wash my children with a cup.
[[CLAUDIA LUNA|PER|c]]: (Speaking Spanish).
[[GREEN|PER|e]]: It rained last night.`,
    'a e j e',
  ],
  [
    'a chamber and a union that nobody names',
    `[[Cemex|ORG|c]], the cement maker, will close its plant, the company said.
A bag of cement costs 9,100 pesos, the chamber of builders estimates.
[[Marcelo Ebrard|PER|m]] said that 3,200 families depended on it.
The union said that nobody had been told.`,
    'c m',
  ],
  [
    'a post that a page embeds',
    `[[Eluned Rhys|PER|e]] said: “Do not go to the coast.”
This wave has just taken the railing. Stay away. — [[Ana Ruiz|PER|a]] (@anaruiz) February 12, 2025
The road is shut.`,
    'e a a',
  ],
  [
    'an interview with somebody, by somebody else',
    `An interview with [[Mina Okafor|PER|m]]
The novelist on prizes and silence. Interview by [[Tom Calder|PER|t]].
Q: Your first book sold 900 copies.
A: I cried for a week, and then I started the second one.
Q: And that one sold two million.
A: I was 41 by then.`,
    'm m',
  ],
  [
    'initials of people whom the opening names',
    `[[Renata Oliveira Costa|PER|r]], chief economist, meets [[Mark Dunne|PER|m]]
MD: Is the country in recession?
ROC: Not yet. Output grew 0.2 per cent.
MD: And inflation?
ROC: It peaked in June.
MD: Thank you.
ROC: My pleasure.`,
    'r r r r',
  ],
  [
    'a constituency, an office and the time behind the name',
    `HOUSE OF REPRESENTATIVES
Mr [[WHITLOCK|PER|w]] (Corangamite) (14:02): How many houses were built last year?
Ms [[ADEYEMI|PER|a]] (Treasurer) (14:03): There were 171,000 houses finished last year. It was dry.
Mr [[WHITLOCK|PER|w]] (Corangamite) (14:05): Is the target alive?
Ms [[ADEYEMI|PER|a]] (Treasurer) (14:06): It is.`,
    'a a a',
  ],
  [
    'the time before the name',
    `The programme in full
[00:12] [[DANA WHITFIELD|PER|d]]: With me is the coastguard. How was the month?
[00:31] [[OSKAR LIND|PER|o]]: We rescued 212 people.
[00:40] [[DANA WHITFIELD|PER|d]]: Is that a record?
[00:44] [[OSKAR LIND|PER|o]]: It is.`,
    'o o',
  ],
  [
    'dashes instead of colons',
    `Round table on fares
[[Nadia Rahman|PER|n]] — Fares have gone up 30 per cent in three years.
[[Piet de Groot|PER|p]] — That is because of the pandemic.
[[Nadia Rahman|PER|n]] — They came back in [[Utrecht|LOC|u]].`,
    'n p n',
  ],
  [
    'an answer over several paragraphs, a stage direction between',
    `[[Tomasz Wilk|PER|t]] has led the miners' union since 2011.
[[Courier|ORG|c]]: You said no pit would close. Is that still so?
[[Wilk|PER|t]]: It is what the government signed.
I have the paper in my drawer.
(Laughs.)
[[Courier|ORG|c]]: And the strike?
[[Wilk|PER|t]]: We voted 81 per cent in favour.`,
    't t t',
  ],
  [
    'of two, whoever asks more is no guest; what others say is theirs in a question only',
    `[[Lucille Ambrose|PER|l]] on the budget
[[DANA WHITFIELD|PER|d]]: Governor, good morning.
[[AMBROSE|PER|l]]: Good morning.
[[DANA WHITFIELD|PER|d]]: [[Reuters|ORG|r]] says that prices fell. Is that so?
[[AMBROSE|PER|l]]: The [[Soy Board|ORG|s]] tells me they rose.
[[DANA WHITFIELD|PER|d]]: Thank you for coming.
[[AMBROSE|PER|l]]: Thank you.`,
    'l r l l',
  ],
  [
    'passers-by named above their words',
    `We asked people at the market about the new tax.
[[Rosa Delgado|PER|r]], 67, retired seamstress
"I pay 40 euros more a month. I have stopped buying fish."
[[Ivan Petrov|PER|i]], 34, bus driver
"It's fair."`,
    'r r i',
  ],
  [
    'names above what they write themselves',
    `Should the town build the tram?
[[Helen Brophy|PER|h]]
I would build it tomorrow, for it would take 9,000 cars off our ring road every single day.
[[Patrick Nolan|PER|p]], shopkeeper
We waited ten years for the bridge.`,
    'h p',
  ],
  [
    'profiles are told about people, not by them',
    `The candidates for mayor in the coming election.
[[Helen Brophy|PER|h]]
Born in 1961, she ran a shipyard.
[[Patrick Nolan|PER|p]], shopkeeper
A councillor since 1998.`,
    '',
  ],
  [
    'signatures without a dash',
    `Quotes of the week, as they reached us by post.
“We are not building a wall. We are building a fence.”
[[Tim Farley|PER|t]], mayor of [[Ashby|LOC|a]]
“If I had a pound for every pothole I could fix one.”
Cllr [[Jean Pike|PER|j]]`,
    't t j',
  ],
  [
    'quoted answers under headings',
    `[[Dougal McPhail|PER|d]] kept the light for 31 years.
The storm of 1953
'It came over the wall at four in the morning. I had the oil to carry.'
On ghosts
'None.'`,
    'd d d',
  ],
  [
    'a question that speaks of what somebody else said',
    `Five minutes with [[Ruth Adeyemi|PER|r]], the runner
Why do you run?
“A dog chased me to school.”
What did Coach [[Bello|PER|b]] tell you before the race?
“Run.”`,
    'r b r',
  ],
  [
    'quotation under a paragraph about somebody',
    `Before dawn, [[Esperanza Villalobos|PER|e]] lights the ovens of the last bakery that burns oak.
"My father did it, and his father."
"People say gas is cheaper."`,
    'e e',
  ],
  [
    'a quotation that opens a text, its speaker below',
    `What the pilots of the north know about ice and fog.
“I can hear the ice before I see it. It sounds like a door.”
[[Ingeborg Dahl|PER|i]] is standing on the quay in a borrowed coat.`,
    'i i',
  ],
  [
    'a headline of several quoted sentences is that of whoever alone speaks below',
    `'I spent 19 days in a lifeboat. I counted every one'
[[Kofi Asante|PER|k]] told his story to [[Lucy Marsh|PER|l]].
"The engine stopped on the second night.
"I promised my mother I would never go out again."`,
    'k k k k k',
  ],
  [
    'questions and answers in court without cues',
    `Judge [[Ellen Marks|PER|e]] asked the driver, [[Paul Deng|PER|p]], how fast he had been going.
“Sixty,” [[Deng|PER|p]] said.
“In a thirty zone?”
“Yes, ma'am.”
“Did you see the sign?”
“I saw it afterwards.”`,
    'e p e p e p',
  ],
])('%s', (_, marked, wanted) => {
  expect(speakersOf(marked)).toBe(wanted);
});
