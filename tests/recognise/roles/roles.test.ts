import { expect, test } from 'vitest';
import { findRole } from '../../../lib/recognise/roles/roles.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';

/** The role that the text gives the name in brackets. */
function roleIn(marked: string, type: 'person' | 'organisation' = 'person'): string | null {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  const end = marked.indexOf(']') - 1;
  return findRole(readText(text, blocksOfLines(text)), { start, end, type, confidence: 1 })?.text ?? null;
}

test.each([
  [
    'two fields of one office',
    '[Ada Okafor], deputy director of water and sewer operations at the port board, said no.',
    'deputy director of water and sewer operations at the port board',
  ],
  ['what somebody called the chief', 'It was a record, in what CEO [Ada Okafor] called a hard year.', 'CEO'],
  ['somebody who was one as well', '[Ada Okafor], herself a former teacher, spoke.', 'former teacher'],
  ['somebody who is spoken to', '“I need not be told, [Ada], the same thing every day.”', null],
  ['an office that is sought', 'She won the race for governor, [Ben Osei], and left.', null],
  ['what somebody won', 'Some of the biggest states President [Ada Okafor] won are poor.', 'President'],
  ['among whom somebody is', 'Those who wait in the Round Office include President [Ada Okafor].', 'President'],
  ['a headline’s verb', 'We Need Rain, Warns Climate Scientist [Ada Okafor]', 'Climate Scientist'],
  ['a law that somebody signed', 'The reform bill President [Ada Okafor] signed is law.', 'President'],
  [
    'somebody against a senator',
    '[Ada Okafor], a Green favourite running against Sen. Ben Osei in Nevada, spoke.',
    'Green favourite running against Sen. Ben Osei in Nevada',
  ],
  ['who is shown', 'Here is [Ada Okafor], a commission staff engineer.', 'commission staff engineer'],
  [
    'somebody in a picture',
    'The senator, shown questioning state Court Justice [Ben Osei] in June.',
    'state Court Justice',
  ],
  ['two fields at the end', '[Ada Okafor], head of sales and marketing, said no.', 'head of sales and marketing'],
  ['one office of two', '[Ada Okafor], head of the union and chair of the port, said no.', 'head of the union'],
  [
    'an office and what somebody does',
    '[Ada Okafor], owner of the mill and lives nearby, said no.',
    'owner of the mill',
  ],
  ['two trades', '[Ada Okafor], a teacher and poet, said no.', 'teacher and poet'],
  ['two offices before the name', 'There Zekora founder and CEO [Ada Okafor] spoke.', 'Zekora founder and CEO'],
  ['somebody else before the name', 'There the mayor and coach [Ada Okafor] spoke.', 'coach'],
  ['words before the name', 'Foreign Ministry spokesperson [Wang Wenbin] said no.', 'Foreign Ministry spokesperson'],
  ['past a title of address', 'The bank’s chief economist Dr [Ada Okafor] said no.', 'bank’s chief economist'],
  ['a phrase after the name', '[Ada Okafor], the bank’s chief economist, said no.', 'bank’s chief economist'],
  ['past an age', '[Ada Okafor], 54, a teacher from Kisumu, said no.', 'teacher from Kisumu'],
  ['past letters behind a name', '[Ada Okafor] KC, counsel to the inquest, said no.', 'counsel to the inquest'],
  ['past a party', '[Ada Okafor] (Ind), who runs the port, said no.', 'who runs the port'],
  ['whose it is stands outside', 'There is Ada, whose brother [Ben Osei] left.', 'brother'],
  ['past an age in brackets', '[Ada Okafor] (54), a teacher from Kisumu, said no.', 'teacher from Kisumu'],
  ['before a comma and a title', 'Her husband, Chief [Ben Osei], said no.', 'husband'],
  ['an office of two words', 'Attorney General [Ada Okafor] said no.', 'Attorney General'],
  ['a phrase before a comma', 'The bank’s chairman, [Ben Osei], said no.', 'bank’s chairman'],
  ['a lasting relative clause', '[Ada Okafor], who runs the port of Tema, said no.', 'who runs the port of Tema'],
  ['what somebody always does', '[Ada Okafor], who mends nets, said no.', 'who mends nets'],
  ['an office with what it is for', 'There U.S. Secretary of State [Ada Okafor] spoke.', 'U.S. Secretary of State'],
  [
    'the same at the start of a sentence',
    'They left. Minister for Roads and Transport [Ada Okafor] spoke.',
    'Minister for Roads and Transport',
  ],
  [
    'what somebody was',
    '[Ada Okafor], who was head of the port until May, said no.',
    'who was head of the port until May',
  ],
  ['past a comma and a title', 'The union’s chairman, Comrade [Ben Osei], said no.', 'union’s chairman'],
  ['the end of a line', 'By [Ada Okafor], Shipping Editor\nThe port is shut.', 'Shipping Editor'],
  [
    'a plain noun with its article',
    'It was the 34-year-old technician [Ada Okafor] who called.',
    '34-year-old technician',
  ],
  ['behind where somebody’s relative is told before', 'His brother, Dr [Ben Osei], a surgeon, has come.', 'surgeon'],
  ['a noun and what somebody is called', 'A waiter named [Murugan] has worked here for 44 years.', 'waiter'],
  ['several words and a name', 'In Bozeman a school photographer called [Ada Okafor] sued.', 'school photographer'],
  [
    'a phrase with a preposition before a comma',
    'The chairman of the union’s Irepodun branch, [Wasiu Oyelami], alleged more.',
    'chairman of the union’s Irepodun branch',
  ],
  ['with a title behind the comma', 'The referee, Mr [Phil Church] (Wiltshire), pointed.', 'referee'],
  ['for somebody', 'A lawyer for Holloway, [Ada Okafor], then spoke.', 'lawyer for Holloway'],
  ['a bare noun past an age', '[Ada Okafor], 29, mother of two, left.', 'mother of two'],
  ['before what is told behind', 'The mayor, [Ben Osei], himself a baker, agreed.', 'mayor'],
  [
    'behind where one is told before',
    '[Ben Osei], the chairman, and [Ada Okafor], the director, met.'.replace('[Ben Osei]', 'Ben Osei'),
    'director',
  ],
  ['an office of a judge', 'They asked U.S. Bankruptcy Judge [Ada Okafor] about it.', 'U.S. Bankruptcy Judge'],
  ['an office of a police force', 'There Houston Police Chief [Ada Okafor] spoke.', 'Houston Police Chief'],
  ['past letters behind the name', '[Ada Okafor] KC, counsel to the inquest, said no.', 'counsel to the inquest'],
  ['before a name with its body', 'Her London editor, [Ada Okafor] of Faber & Hale, said no.', 'London editor'],
  ['what somebody is said to be', '[Ada Okafor] is a staff attorney at the union.', 'staff attorney at the union'],
  ['what somebody is in charge of', '[Ada Okafor], who is directing the dig, said no.', 'who is directing the dig'],
  [
    'what somebody has long done',
    '[Ada Okafor], who has cooked there for 26 summers, left.',
    'who has cooked there for 26 summers',
  ],
  ['what somebody once did for good', '[Ada Okafor], who founded the club, left.', 'who founded the club'],
  ['behind a verb', 'The barrister asked Detective Superintendent [Ada Okafor] again.', 'Detective Superintendent'],
  ['behind a dash', 'ABUJA, Nigeria — President [Ada Okafor] left.', 'President'],
  ['whose somebody is', 'The union, whose president [Ada Okafor] was held, went on strike.', 'president'],
  ['a noun in no list', 'It was the old moneychanger [Ada Okafor] who called.', 'old moneychanger'],
  ['somebody else’s between commas', 'Ben Osei, the chairman, [Ada Okafor], the director, and others met.', 'director'],
])('a role is read from %s', (_, text, role) => {
  expect(roleIn(text)).toBe(role);
});

test.each([
  ['what somebody did that day', '[Ada Okafor], who left early, said no.'],
  ['another name', 'He went from Kingston College to [Ada Okafor].'],
  ['a list', '[Ada Okafor], Ben Osei and others said no.'],
  ['the line above', 'The ten-minute teacher\n[Ada Okafor] said no.'],
  ['a title alone', 'They asked Rabbi [Ada Okafor] about it.'],
  ['the role of the next name', 'For [Ada Okafor], solicitor Ben Osei said no, again.'],
  ['a body before a comma', 'At the school for the deaf, [Ada Okafor], said no.'],
  ['what somebody does before one', 'When the teacher was gone, [Ada Okafor], too, left.'],
  ['the sentence before', 'They asked a lawyer. So, [Ada Okafor], said no.'],
  ['what somebody is about to do', '[Ada Okafor], who faces trial, said no.'],
  ['what somebody is doing', '[Ada Okafor], thanking her teacher, left.'],
  ['a list of things', 'The show has the plays of [Ada Okafor], the bold fashions of Ben Osei and more.'],
  ['what several are', 'The brothers [Ben Osei] and Kofi left.'],
  ['what somebody did, past an age', '[Ada Okafor], 29, held her son above the water for an hour.'],
  ['what somebody did to a relative', '[Ada Okafor], (29), left the teacher, who wept.'],
  ['a title of a judge', 'They heard Justice [Ada Okafor] first.'],
  ['a verb that is a noun as well', 'It was a landslide to rival [Ada Okafor].'],
  ['a day and a title', 'The case came before them on Monday. On Monday Judge [Ada Okafor] left.'],
  ['a verb behind a noun', 'Then a streaker ran past [Ada Okafor] and fell.'],
  ['what somebody is not', '[Ada Okafor] is the one to watch.'],
  ['what somebody has just done', '[Ada Okafor], who has left the party, said no.'],
  ['a university', 'He left the University of Leeds [Ada Okafor] praised.'],
  ['what was done to somebody', '[Ada Okafor], who was struck, said no.'],
  ['a party', '[Ben Osei] (Lab) 1,102'],
  ['what only praises', 'They praised the late [Ben Osei] there.'],
  ['a comparison in time', 'It was the largest swing since [Ben Osei] stood.'],
  ['a time', 'That was the day [Ada Okafor] left.'],
])('no role is read from %s', (_, text) => {
  expect(roleIn(text)).toBeNull();
});

test('a body is told by a phrase with an article, not by the next name of a list', () => {
  expect(roleIn('At [Zekora], students dug a well.', 'organisation')).toBeNull();
  expect(roleIn('Niger bars [Zekora], junta sacks premier\nMore later.', 'organisation')).toBeNull();
  expect(roleIn('[Threshold], the housing charity, took 20,000 calls.', 'organisation')).toBe('housing charity');
  expect(roleIn('[Zekora], a research and lobbying body, left.', 'organisation')).toBe('research and lobbying body');
  expect(roleIn('[Zekora], a loose band of thieves, left.', 'organisation')).toBe('loose band of thieves');
  expect(roleIn('He robbed [Zekora], Bank of the West and others.', 'organisation')).toBeNull();
  expect(roleIn('He met [Zekora], the European Central Bank and others.', 'organisation')).toBeNull();
});

test('what only people are is no role of a body', () => {
  expect(roleIn('The union’s rival [Zekora] left.', 'organisation')).toBeNull();
  expect(roleIn('It told little of the suspect [Zekora] was looking for.', 'organisation')).toBeNull();
  expect(
    roleIn('For the good of the [Zekora], all school sites should be shut for a day, it said.', 'organisation'),
  ).toBeNull();
  expect(roleIn('It beat the regulator [Zekora] in court.', 'organisation')).toBe('regulator');
  expect(roleIn('[Zekora], a tile maker with 300 workers, grew.', 'organisation')).toBe('tile maker with 300 workers');
});

test('what a body has just done, or others have, is no role of it', () => {
  expect(
    roleIn('They doubt it as does [Basel Circle], though state scientists later agreed.', 'organisation'),
  ).toBeNull();
  expect(
    roleIn('It is known as [Basel Circle], recently announced how much banks should hold.', 'organisation'),
  ).toBeNull();
});
