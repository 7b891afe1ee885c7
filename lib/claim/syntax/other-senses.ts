import { beForms, haveForms, modals, months, weekdays } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';

/** How many tokens a verb's object may take. */
const longestObject = 8;

/** What makes calls a noun. */
const callsOf = /^(?:telephone|phone|video|conference|emergency|hoax|roll|robo|margin|earnings)$/u;

/**
 * Whether a verb of saying says nothing where it stands: "called off the talks", "put it off", "added stops to the line",
 * "recalled 400 cars", "claimed 12 lives", "wrote nine pages", "said nothing". Beside a quotation it always speaks.
 */
export function isOtherSense(scene: Scene, t: number, lemma: string): boolean {
  if (isQuoted(scene, t - 1) || isQuoted(scene, t + 1)) return false;
  const next = foldedAt(scene, t + 1);
  switch (lemma) {
    case 'say':
      return /^(?:nothing|little|grace|goodbye|hello|farewell|prayers)$/u.test(next);
    case 'call':
      return (
        /^(?:off|up|back|in|round|by|themselves|itself|himself|herself)$/u.test(next) ||
        // "telephone calls"
        (/^calls?$/u.test(foldedAt(scene, t)) && callsOf.test(foldedAt(scene, t - 1)))
      );
    case 'put':
      return !hasWithin(scene, t, /^(?:at|it|that)$/u);
    case 'show':
      return /^(?:up|off|round|around)$/u.test(next);
    case 'set':
      return /^(?:up|off|aside|back)$/u.test(next);
    case 'recall':
      return isNumber(scene, t + 1);
    case 'write':
      // "has written letters to the editor"
      return (
        isNumber(scene, t + 1) ||
        isWork(scene, t + 1) ||
        (writings.test(next) && !hasWithin(scene, t, /^(?:that|saying)$/u))
      );
    case 'claim':
      return (
        isNumber(scene, t + 1) ||
        (/^(?:the|their|his|her|many|several)$/u.test(next) &&
          /^(?:lives|life|victims?|title|crown|medal|gold|prize)$/u.test(foldedAt(scene, t + 2)))
      );
    case 'add':
      return next === 'to' || addsFigure(scene, t) || addsThing(scene, t);
    case 'consider':
      // "considered likely to go"; "than Y, considering his age"
      return (
        /^(?:likely|unlikely|to|among)$/u.test(next) || (foldedAt(scene, t) === 'considering' && !isDoing(scene, t))
      );
    case 'accept':
      // "accepted the gold medal"
      return isNumber(scene, t + 1) || /^[$£€]$/u.test(plainAt(scene, t + 1)) || takesThing(scene, t);
    case 'report':
      // "reports on Nov. 6": when its figures come out
      return next === 'on' && isDay(scene, t + 2) && foldedAt(scene, t) !== 'reported';
    case 'offer':
      // "offers users a trial", "may offer savings"; "offered condolences" speaks.
      return next !== 'to' && foldedAt(scene, t) !== 'offered';
    case 'submit':
      return next !== 'that';
    case 'plan':
      return !hasWithin(scene, t, /^(?:to|that)$/u);
    default:
      return false;
  }
}

/** "The court heard that …", "…, an inquest has heard", "X Crown Court heard": what a court hears is what is said there. */
export function hearsCase(scene: Scene, lemma: string, source: NounPhrase | null): boolean {
  if (source === null || !/^(?:hear|rule|hold)$/u.test(lemma)) return false;
  const { head } = source;
  if (head.kind === 'description') return forums.has(head.noun);
  return head.kind === 'name' && forums.has(foldedAt(scene, (scene.index.ranges[head.mention]?.end ?? 0) - 1));
}
const forums: ReadonlySet<string> = new Set(
  'inquest court tribunal jury inquiry hearing committee judge panel'.split(' '),
);

/** "he wrote Devil on the Cross there" */
const isWork = (scene: Scene, t: number): boolean => scene.cast.mentions[mentionAt(scene, t)]?.type === 'work';

const isNumber = (scene: Scene, at: number): boolean => {
  const t = /^(?:some|about|around|nearly|almost|only|another)$/u.test(foldedAt(scene, at)) ? at + 1 : at;
  return scene.tokens[t]?.kind === 'number' || numberWords.test(foldedAt(scene, t));
};
const numberWords = /^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)$/u;

/** A word that fits before the clause ends. */
function hasWithin(scene: Scene, t: number, fits: RegExp): boolean {
  for (let i = t + 1; i <= t + longestObject + 2; i += 1) {
    if (/^[.;:]$/u.test(plainAt(scene, i))) return false;
    if (fits.test(foldedAt(scene, i))) return true;
  }
  return false;
}

const takesThing = (scene: Scene, t: number): boolean => {
  for (let i = t + 1; i <= t + 5 && scene.tokens[i]?.kind === 'word'; i += 1) {
    if (/^(?:that|of|from|to|for)$/u.test(foldedAt(scene, i))) return false;
    if (takenThings.test(foldedAt(scene, i))) return true;
  }
  return false;
};
const takenThings =
  /^(?:medals?|prizes?|awards?|trophy|honours?|honors?|knighthood|job|post|role|seat|gifts?|bribes?|payments?|donations?|deliver(?:y|ies)|tickets?|cash|cards?|coins?|refugees|patients)$/u;

const isDay = (scene: Scene, t: number): boolean =>
  weekdays.has(foldedAt(scene, t)) || months.has(foldedAt(scene, t)) || months.has(foldedAt(scene, t + 1));

const isDoing = (scene: Scene, t: number): boolean => beForms.has(foldedAt(scene, t - 1));

/** "The index added 0.9 percent", not "he added 40 people were hurt". */
function addsFigure(scene: Scene, t: number): boolean {
  if (!isNumber(scene, t + 1)) return false;
  for (let i = t + 2; i <= t + longestObject && !/^[,.;:]$/u.test(plainAt(scene, i)); i += 1) {
    const word = foldedAt(scene, i);
    if (beForms.has(word) || haveForms.has(word) || (modals.has(word) && word !== 'to')) return false;
  }
  return true;
}

const writings = /^(?:letters|books|novels|songs|poems|plays|columns|scripts|essays|music|code)$/u;

/** "X added a third", "Y added the second goal" */
const scored =
  /^(?:second|third|fourth|fifth|sixth|seventh|late|goal|header|penalty|try|touchdown|birdie|brace|equali[sz]er)$/u;

/** "added two stops to the line", not "added the company would move to Leeds". */
function addsThing(scene: Scene, t: number): boolean {
  if (/^(?:that|,|:|in|on|of|he|she|it|they|there|we|i)$/u.test(foldedAt(scene, t + 1)) || mentionAt(scene, t + 1) >= 0)
    return false;
  for (let i = t + 1; i <= t + longestObject; i += 1) {
    const word = foldedAt(scene, i);
    if (word === 'to') return i > t + 1;
    // "added seats on its trains"
    if (i === t + 2 && /^\p{Ll}{3,}[^s]s$/u.test(plainAt(scene, t + 1)) && /^(?:on|at|for|with|from)$/u.test(word))
      return true;
    // "added a headphone jack."
    if (i === t + 2 && scored.test(word) && /^(?:an?|the|another|his|her|their)$/u.test(foldedAt(scene, t + 1)))
      return true;
    if (word === '.' && i > t + 2 && /^an?$/u.test(foldedAt(scene, t + 1))) return plainAt(scene, t - 1) !== ',';
    if (beForms.has(word) || haveForms.has(word) || (modals.has(word) && word !== 'to') || /^[,.;:]$/u.test(word))
      return false;
  }
  return false;
}
