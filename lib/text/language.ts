/**
 * Which language a text is in, by its commonest little words (after the observation that function words make up a
 * third of any running text) and, where it is not written in Latin letters, by its script.
 */
const littleWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on with as at by he from his have had not are be this but they she which an were been their has',
  de: 'der die und das den von zu mit sich ist des im dem nicht ein eine als auch auf für es an werden aus hat dass sie nach wird bei einer noch wie',
  fr: 'le de la et les des en un une du que est pour dans qui par sur au plus pas avec ce il sont aux cette ne se son ont mais été',
  es: 'de la que el en y los del se las por un para con una su al lo como más pero sus le ha este sí porque esta entre cuando muy fue',
  pt: 'de que em do da para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos',
  it: 'di che la il un per una in del le si con non della sono da dei nel alla al più anche ha come gli ma lo delle era questo nella',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar heeft worden hij',
  sv: 'och att det som en på är av för med den till inte har om ett men var jag sig från vi så kan när han under också efter',
  da: 'og at det en den til er som på de med han af for ikke der var et har fra sig jeg men om havde ham hun nu over da',
  no: 'og det er en som på til i for av med at har ikke den om et de var fra men vi kan seg så han etter ble også',
  fi: 'ja on ei se että oli hän mutta ovat kun niin myös kuin ole mukaan jo sen joka vain tai mitä ne sekä jos olla',
  pl: 'w i na z do się nie to że o jest za przez po od jak co ale tym dla był jego oraz tego przed jest może tylko',
  cs: 'a v se na je že s z do o to k i za by ale si po jako jsou podle tak které jeho byl pro při jen již',
  ro: 'de și în a la cu pe nu o este un să care din mai că pentru au fost după prin dar sunt ca fi sau ce',
  tr: 've bir bu da de için ile çok olarak daha olan gibi ne var kadar sonra ise ama ya en değil mi her o',
  id: 'yang dan di dengan untuk dari ini pada tidak dalam akan itu juga oleh ke ada sebagai karena bisa para telah tersebut',
};

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['uk', /[іїєґІЇЄҐ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(littleWords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** Whether the word, in whatever case, is among the commonest of a language; nothing is known of other languages. */
export const isLittleWord = (word: string, language: string | null): boolean =>
  language !== null && languagesOf.get(word.toLowerCase())?.includes(language) === true;

/** What papers, agencies and others do with news, where a paper's name may be ordinary words with an article. */
const reportingVerbs: Readonly<Record<string, string>> = {
  de: 'schreibt schrieb berichtet berichtete meldet meldete zitiert zitierte veröffentlicht veröffentlichte enthüllt enthüllte kommentiert kommentierte titelt titelte',
  fr: 'écrit rapporte rapportait révèle révélait publie publiait affirme affirmait indique indiquait cite titre consacre',
  es: 'escribe escribió informa informó publica publicó revela reveló cita citó titula tituló asegura aseguró',
  pt: 'escreve escreveu informa informou publica publicou revela revelou cita citou noticia noticiou apurou',
  it: 'scrive scriveva riporta riportava pubblica rivela rivelava cita titola racconta',
  nl: 'schrijft schreef meldt meldde bericht berichtte citeert onthult onthulde publiceert',
};

const verbsOf = new Map(
  Object.entries(reportingVerbs).map(([language, verbs]) => [language, new Set(verbs.split(' '))]),
);

/** Null where the language's verbs are not known here. */
export const isReportingVerb = (word: string, language: string | null): boolean | null =>
  language === null ? null : (verbsOf.get(language)?.has(word.toLowerCase()) ?? null);

/** Languages that write every noun with a capital. */
const nounCapitals: ReadonlySet<string> = new Set(['de', 'lb']);
export const capitalisesNouns = (language: string | null): boolean => language !== null && nounCapitals.has(language);

/** How much of the text is looked at, in UTF-16 units: enough to be sure, cheap on long pages. */
const sample = 20_000;
/** Shorter texts say too little. */
const fewestWords = 12;

/** How many more little words of another language a text needs, in number and in share, to be none of the language declared. */
const thinMargin = 3;
const thinShare = 0.6;

/**
 * BCP 47 primary subtag, or null where the text is too short or like no language known here. What the page declares
 * stands where the words speak for it almost as much: "Kim met Moon in Un" is no Dutch.
 */
export function guessLanguage(text: string, declared: string | null): string | null {
  const head = text.slice(0, sample);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) {
    for (const [language, pattern] of scripts) {
      const share = (head.match(pattern)?.length ?? 0) / letters;
      // Kana and Ukrainian letters are few among characters that other languages use as well.
      if (share > (language === 'ja' ? 0.1 : language === 'uk' ? 0.02 : 0.4)) return language;
    }
    return null;
  }
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < fewestWords) return null;
  const scores = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  const own = declared?.toLowerCase().split('-')[0] ?? '';
  const most = best?.[1] ?? 0;
  const ownCount = scores.get(own) ?? 0;
  if (ownCount > 0 && (most - ownCount <= thinMargin || ownCount >= thinShare * most)) return own;
  // Running text has about a third of such words, a list of names still one in twelve.
  return best !== undefined && best[1] / words.length > 0.08 ? best[0] : null;
}
