import { foldWord } from '../text/fold.ts';

const little: ReadonlySet<string> = new Set('of the and for on in to against'.split(' '));
const generic: ReadonlySet<string> = new Set(
  [
    'national federal central state royal supreme high constitutional public general joint civil independent',
    'court courts appeal appeals ministry department office bureau agency authority commission committee council board',
    'service services bank institute university association federation union party centre center directorate',
    'parliament senate house representatives commons lords assembly congress cabinet treasury government',
    'statistics finance foreign affairs interior internal defence defense health education justice labour labor energy',
    'agriculture environment trade commerce transport transportation communications information security intelligence',
    'archive archives police army navy air force forces guard coast chiefs staff election elections electoral investigation',
    'investigations criminal prosecutor prosecutors prosecution attorney corruption anti human rights consumer',
    'protection competition markets aviation electricity power revenue tax customs immigration prison prisons planning',
    'development securities exchange stock football cricket olympic medical teachers farmers nurses journalists',
    'democratic democrats republican liberal liberals conservative conservatives socialist socialists social communist',
    'green greens people workers nationalist freedom progressive reform',
  ]
    .join(' ')
    .split(' '),
);

/** Made of such words, and borne by one alone. */
const onlyOne: ReadonlySet<string> = new Set(['state department', 'department state']);

/** Fields in which towns and states have departments of the same names as the country. */
const localFields =
  /\b(?:transport(?:ation)?|environment(?:al protection)?|education|health|housing|labou?r|agriculture|finance|revenue|police|planning|parks)\b/i;
const department = /\b(?:department|bureau|office|board|agency|commission)\b/i;
const localBody =
  /\b(?:city|town|county|borough|state|province)['’]s (?:[A-Z][^\s.,;:()]* ){0,3}(?:Department|Bureau|Office|Board|Agency|Commission)\b/;
const nationWide = /\b(?:[Ff]ederal|U\.S\.|[Nn]ational|White House|Congress|Parliament|Cabinet)(?![A-Za-z])/;

/**
 * Whether an article that names some department as its city's or state's, and nothing of the whole country, may mean
 * another such department by a name: "the Transportation Department" is then rather the city's.
 */
export const mayBeLocal = (text: string, surface: string): boolean =>
  localFields.test(surface) && department.test(surface) && localBody.test(text) && !nationWide.test(text);

/**
 * Whether a name is made of words that any country's institutions are called by ("National Bureau of Statistics",
 * "Supreme Court", "Labour Party"): which one it means, the article's country tells.
 */
export function isGenericName(surface: string): boolean {
  const words = surface
    .replaceAll(/['’]s?\b|[’']/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !little.has(word));
  return words.length > 0 && words.every((word) => generic.has(word)) && !onlyOne.has(words.join(' '));
}
