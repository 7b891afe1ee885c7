import { describe, expect, test } from 'vitest';
import type { EntityType } from '../../../lib/model/entity.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import { clusterNames } from '../../../lib/recognise/cluster/cluster.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';
import { atOnce } from '../../../lib/model/steps.ts';

const types: Readonly<Record<string, EntityType>> = {
  P: 'person',
  O: 'organisation',
  L: 'place',
  E: 'event',
  N: 'nationality',
  D: 'product',
};

/** Reads `[P:Wang Yi]` marks; a third part names the store's entities that the words may mean: `[L:US:united-states]`. */
function clustersOf(marked: string, countries: Readonly<Record<string, string>> = {}): string[] {
  const names: {
    start: number;
    end: number;
    type: EntityType;
    confidence: number;
    candidates: { id: ReturnType<typeof asEntityId>; type: EntityType; prominence: number }[];
  }[] = [];
  let text = '';
  let last = 0;
  for (const found of marked.matchAll(/\[(\w):([^\]:]+)(?::([^\]]+))?\]/gu)) {
    text += marked.slice(last, found.index);
    last = found.index + found[0].length;
    const [, kind = '', surface = '', ids] = found;
    const type = types[kind] ?? 'other';
    const candidates = (ids?.split(',') ?? []).map((id) => ({ id: asEntityId(id), type, prominence: 0.5 }));
    names.push({ start: text.length, end: text.length + surface.length, type, confidence: 1, candidates });
    text += surface;
  }
  text += marked.slice(last);
  return atOnce(clusterNames(readText(text, blocksOfLines(text)), names, (id) => countries[id] ?? id)).map(
    ({ names: members }) => members.map((i) => text.slice(names[i]!.start, names[i]!.end)).join(' = '),
  );
}

describe('clusters', () => {
  test.each([
    [
      'half of a joined surname is somebody else’s',
      '[P:Ada Lowe-Francis] spoke. Pope [P:Francis] left.',
      ['Ada Lowe-Francis', 'Francis'],
    ],
    [
      'a father whose name a son has behind his own',
      '[P:Ngugi]’s books are shown. [P:Ngugi wa Thiong] died in May, said his son, [P:Mukoma wa Ngugi]. [P:Ngugi] left in 1982.',
      ['Ngugi = Ngugi wa Thiong = Ngugi', 'Mukoma wa Ngugi'],
    ],
    [
      'a son whose father the text does not name',
      'So [P:Omar bin Said] spoke. [P:Said] left.',
      ['Omar bin Said = Said'],
    ],
    [
      'an island beside its town',
      'So [L:Lagos:lagos] slept. On [L:Lagos Island] it burned.',
      ['Lagos', 'Lagos Island'],
    ],
    [
      'whose child she was',
      '[P:Ada Lowe] died. Born in Ely to a farmer, [P:Tom Lowe], and his wife [P:Elin], she sailed. Later [P:Lowe] taught.',
      ['Ada Lowe = Lowe', 'Tom Lowe', 'Elin'],
    ],
    ['what a particle joins may go without it', '[P:Omar al-Zawi] spoke. [P:Zawi] left.', ['Omar al-Zawi = Zawi']],
    [
      'a rank tells namesakes apart',
      'Chief Inspector [P:Ada Grant] came. [P:Rory Grant] told police all. Inspector [P:Grant] left.',
      ['Ada Grant = Grant', 'Rory Grant'],
    ],
    [
      'whose sister she is says nothing of himself',
      'The sister of [P:Ewan Lowe] spoke. Mr [P:Lowe] is missing.',
      ['Ewan Lowe = Lowe'],
    ],
    [
      'what somebody is called in the sentence before says nothing',
      'Her ex-husband [P:Austin Pike] held the girl. [P:Austin] left.',
      ['Austin Pike = Austin'],
    ],
    ['a surname goes to the full name', '[P:Ada Okafor] spoke. [P:Okafor] left.', ['Ada Okafor = Okafor']],
    [
      'a department is named either way round',
      'The [O:Department of Pest Control] spoke. [O:Pest Control Department] cars left. The [O:Pest Department] stayed.',
      ['Department of Pest Control = Pest Control Department', 'Pest Department'],
    ],
    [
      'a bare surname is not the kin’s',
      '[P:Tim Okafor] spoke. His mother, [P:Ada Okafor], left. [P:Okafor] went on.',
      ['Tim Okafor = Okafor', 'Ada Okafor'],
    ],
    [
      'kin of somebody of another name',
      'Ana’s brother, [P:Tim Okafor], left. [P:Okafor] went on.',
      ['Tim Okafor = Okafor'],
    ],
    [
      'letters before what they stand for',
      'He heads [O:Zinb] ([O:Zek Institute of National Banks]) and [O:Zebri] ([O:Institute of Trees]).',
      ['Zinb = Zek Institute of National Banks', 'Zebri', 'Institute of Trees'],
    ],
    ['games go by that', 'The [E:Harbour Games] opened. The [E:Games] went on.', ['Harbour Games = Games']],
    [
      'a party that everybody knows is no short form of a body called after it',
      'The [O:Blue Harbour Coalition] met. A [O:Blue:blue-party] spoke.',
      ['Blue Harbour Coalition', 'Blue'],
    ],
    ['nor a state of its river', 'The [L:Orrin River] rose. [L:Orrin:orrin] is dry.', ['Orrin River', 'Orrin']],
    ['but a river goes by its name', 'The [L:Orrin River] rose. The [L:Orrin] is wide.', ['Orrin River = Orrin']],
    [
      'letters that two names may have go to the one that the store knows by them',
      'The [O:Alder Airlines] and [O:Amber Airlines:amber] fly. [O:Arctic Airlines] too. [O:AA:amber] rose.',
      ['Alder Airlines', 'Amber Airlines = AA', 'Arctic Airlines'],
    ],
    [
      'or else to the one that was named last',
      'The [O:Alder Airlines] and [O:Amber Airlines] fly. [O:AA] rose.',
      ['Alder Airlines', 'Amber Airlines = AA'],
    ],
    [
      'a country’s letters are no short form of what only begins with them',
      'The [L:Upper Street] is wet. The [L:US:united-states] voted.',
      ['Upper Street', 'US'],
    ],
    [
      'though a body may be called by such letters',
      'The [O:Upper Nile Society] met. [O:UNS:uns] voted.',
      ['Upper Nile Society = UNS'],
    ],
    ['a storm goes by its own name', '[E:Hurricane Eva] hit. [E:Eva] went.', ['Hurricane Eva = Eva']],
    [
      'a short form goes to what the store knows by it, not to another body',
      '[O:Adani Group:adani] fell. [O:Adani Ports] and [O:Adani:adani] rose.',
      ['Adani Group = Adani', 'Adani Ports'],
    ],
    ['a family name in front goes to its full name', '[P:Xi Jinping] spoke. [P:Xi] left.', ['Xi Jinping = Xi']],
    [
      'a headline’s surname finds the full name after it',
      '[P:Okafor] wins\n[P:Ada Okafor] won.',
      ['Okafor = Ada Okafor'],
    ],
    [
      'a shared surname goes to whom the text last made the subject',
      '[P:Li Na] said no. [P:Li] left.\n[P:Li Wei] disagreed. [P:Li] stayed.',
      ['Li Na = Li', 'Li Wei = Li'],
    ],
    [
      'a title tells namesakes apart',
      'Mr [P:Tom Bell] and Mrs [P:Ann Bell] came. Mr [P:Bell] spoke. Mrs [P:Bell] left.',
      ['Tom Bell = Bell', 'Ann Bell = Bell'],
    ],
    [
      'an office means whom the store has, not the namesake of whom the text tells no office, and so does the name alone from then on',
      '[P:Ann Bell:ann] came. She spoke. President [P:Bell:tom] left. [P:Ann Bell:ann] stayed. [P:Bell:tom] returned. Mrs [P:Bell:tom] spoke.',
      ['Ann Bell = Ann Bell = Bell', 'Bell = Bell'],
    ],
    [
      'an office that the text tells of her is hers',
      'President [P:Ann Bell:ann] came. President [P:Bell:tom] left.',
      ['Ann Bell = Bell'],
    ],
    [
      'kinship tells them apart as well',
      '[P:Ana Bell], 54, a nurse, and her husband, [P:Tom Bell], came. Mr [P:Bell] spoke. Mrs [P:Bell] left.',
      ['Ana Bell = Bell', 'Tom Bell = Bell'],
    ],
    [
      'so does a given name',
      '[P:Mary Bell] came. [P:Tom Bell] came later. Mrs [P:Bell] spoke.',
      ['Mary Bell = Bell', 'Tom Bell'],
    ],
    [
      'a surname alone is not Junior where there is a Senior',
      '[P:Dale Cook] and [P:Dale Cook Jr.] came. [P:Cook Jr.] spoke. [P:Cook] left.',
      ['Dale Cook = Cook', 'Dale Cook Jr. = Cook Jr.'],
    ],
    [
      'an initial that fits two people joins neither to the other',
      '[P:Ada Grace Okafor] met [P:A. G. Okafor]. [P:Adaeze Okafor] left.',
      ['Ada Grace Okafor = A. G. Okafor', 'Adaeze Okafor'],
    ],
    ['two full names are two people', '[P:Ada Okafor] met [P:Ben Okafor].', ['Ada Okafor', 'Ben Okafor']],
    [
      'a middle initial makes no other person',
      '[P:John F. Kane] spoke. [P:John Kane] left.',
      ['John F. Kane = John Kane'],
    ],
    ['Junior is another person', '[P:Dale Cook] met [P:Dale Cook Jr.].', ['Dale Cook', 'Dale Cook Jr.']],
    ['initials answer for the full name in a transcript', '[P:Efua Sunday] came. [P:ES] No.', ['Efua Sunday = ES']],
    [
      'an acronym goes to its name',
      'The [O:World Health Organization] met. The [O:WHO] left.',
      ['World Health Organization = WHO'],
    ],
    [
      'an acronym in brackets goes to the name before it',
      'The [O:Film Producers Association of Ghana] ([O:FIPAG]) met.',
      ['Film Producers Association of Ghana = FIPAG'],
    ],
    [
      'a company’s short form goes to its full one',
      '[O:Caldera Foods Inc.] rose. [O:Caldera Foods] fell. [O:Caldera] closed.',
      ['Caldera Foods Inc. = Caldera Foods = Caldera'],
    ],
    [
      'a longer name of another body stays apart',
      '[O:Wexcombe Rovers] lost to [O:Wexcombe Rovers Supporters Trust].',
      ['Wexcombe Rovers', 'Wexcombe Rovers Supporters Trust'],
    ],
    [
      'a branch of a body known by its initials is another',
      '[O:BHS] fell. [O:BHS Sweden] rose.',
      ['BHS', 'BHS Sweden'],
    ],
    ['initials and a legal form are one', '[O:BHS] fell. [O:BHS Ltd] rose.', ['BHS = BHS Ltd']],
    ['a legal form of Italy, too', '[O:Bel Forno] fell. [O:Bel Forno SRL] rose.', ['Bel Forno = Bel Forno SRL']],
    [
      'a model goes by the end of its name, and not by its maker’s part of it',
      'The [D:Zeta Box One] is out; the [D:Box One] costs less than a [D:Zeta].',
      ['Zeta Box One = Box One', 'Zeta'],
    ],
    ['a letter stands for no model', 'The [D:Model X] is out. The [D:X] is not.', ['Model X', 'X']],
    ['a place inside another name stays apart', '[L:Sudan] and [L:South Sudan]', ['Sudan', 'South Sudan']],
    ['“City” makes no other place', '[L:Benin City] grew. [L:Benin] too.', ['Benin City = Benin']],
    ['a person and a place of one name are two', '[P:Jack London] left [L:London].', ['Jack London', 'London']],
    ['the store joins two names of one thing', '[L:United States:us] and [L:America:us]', ['United States = America']],
    ['a member of a body goes to all of it', 'The [O:Liberals] lost. A [O:Liberal] wept.', ['Liberals = Liberal']],
    ['little words are no members of others', '[O:Gap] and [O:Gaps] met.', ['Gap', 'Gaps']],
    [
      'two bodies that the store tells apart stay so',
      '[O:Sky News:sky-news] said it. [O:Sky:sky,sky-italia] denied it.',
      ['Sky News', 'Sky'],
    ],
  ])('%s', (_, text, expected) => {
    expect(clustersOf(text)).toEqual(expected);
  });

  test('a country gives its people’s cluster the name', () => {
    const text = 'Kenyan runners left Kenya.';
    const names = [
      { start: 0, end: 6, type: 'nationality' as const },
      { start: 20, end: 25, type: 'place' as const },
    ].map((one) => ({
      ...one,
      confidence: 1,
      candidates: [{ id: asEntityId('kenya'), type: one.type, prominence: 1 }],
    }));
    const [cluster] = atOnce(clusterNames(readText(text, blocksOfLines(text)), names, asEntityId));
    expect(cluster).toMatchObject({ names: [0, 1], fullest: 1 });
  });

  test('a nationality counts with its country', () => {
    expect(clustersOf('[N:Kenyan:kenyan] runners left [L:Kenya:kenya].', { kenyan: 'kenya' })).toEqual([
      'Kenyan = Kenya',
    ]);
  });
});
