/**
 * Words by which a text says that somebody said something.
 *
 * Strength 3: nearly always speech ("said"). 2: usually ("expects", "blamed"). 1: only beside a quotation ("laughed").
 */
export type CueStrength = 1 | 2 | 3;
export type CueForm = 'past' | 'present' | 'base' | 'ing';

export interface CueWord {
  readonly lemma: string;
  readonly strength: CueStrength;
  /** Forms that the word may be; past participles count as past. */
  readonly forms: readonly CueForm[];
}

const strong = `say tell add note explain argue insist claim deny admit acknowledge confirm announce declare state report
reveal disclose remark observe reply respond retort quip joke emphasise emphasize stress reiterate recall recount assert
contend maintain allege concede caution warn tweet testify predict suggest estimate believe vow pledge promise comment
write answer counter complain lament boast quote caution conclude opine assure inform telegraph email concur muse ask
point describe call accuse dismiss reject criticise criticize condemn denounce dispute refute hint forecast reckon`;
const usual = `refer think expect hope fear urge demand appeal blame praise hail welcome defend agree disagree find show
indicate propose recommend advise apologise apologize thank tip threaten invite cite dub label brand accept calculate
rule promise vow challenge question consider doubt want plan learn understand assume decide
decline refuse attribute credit liken signal talk discuss repeat mention offer remind
lash slam slate attack mock echo back endorse favour favor support oppose resist regret wonder worry object protest
swear voice express outline detail put reaffirm advocate count rank project`;
const weak = `continue begin laugh smile sigh shrug nod grin go read run whisper shout mutter murmur yell cry scream sing
groan snap exclaim interject interrupt finish start chuckle translate chant roar bark text type scribble announce sign
remember marvel gasp hiss reflect confide confess wail drawl croak bellow enthuse gush fume crow allow figure
beam grumble growl sniff recite intone plead beg order volunteer venture offer smirk wince sum try repeat reason urge
instruct submit know see set hold stand speak hear list record rate measure publish compare judge joke tease deadpan chip admonish scoff greet pipe shoot fire hit`;

const irregular: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  think: 'thought',
  find: 'found',
  show: 'showed shown',
  hold: 'held',
  put: 'put',
  hear: 'heard',
  learn: 'learned learnt',
  know: 'knew known',
  see: 'saw seen',
  shoot: 'shot',
  hit: 'hit',
  understand: 'understood',
  set: 'set',
  speak: 'spoke spoken',
  begin: 'began begun',
  go: 'went gone',
  read: 'read',
  run: 'ran run',
  cry: 'cried',
  deny: 'denied',
  reply: 'replied',
  sing: 'sang sung',
  swear: 'swore sworn',
  stand: 'stood',
  testify: 'testified',
  worry: 'worried',
  try: 'tried',
  forecast: 'forecast forecasted',
  beg: 'begged',
  plan: 'planned',
  grin: 'grinned',
  nod: 'nodded',
  quip: 'quipped',
  admit: 'admitted',
  slam: 'slammed',
  chip: 'chipped',
  tip: 'tipped',
  dub: 'dubbed',
  sum: 'summed',
  label: 'labelled labeled',
  submit: 'submitted',
  signal: 'signalled signaled',
  refer: 'referred',
};
const doubled: ReadonlySet<string> = new Set(
  'refer submit beg plan grin nod quip admit slam chip tip dub sum set put run'.split(' '),
);

const words = new Map<string, { lemma: string; strength: CueStrength; forms: CueForm[] }>();

function put(word: string, lemma: string, as: { readonly strength: CueStrength; readonly form: CueForm }): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, { lemma, strength: as.strength, forms: [as.form] });
  else if (known.lemma === lemma && !known.forms.includes(as.form)) known.forms.push(as.form);
}

function inflect(lemma: string, strength: CueStrength): void {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const isY = /[^aeiou]y$/u.test(lemma);
  const twice = doubled.has(lemma) ? lemma + lemma.slice(-1) : stem;
  put(lemma, lemma, { strength, form: 'base' });
  put(isY ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|go)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`, lemma, {
    strength,
    form: 'present',
  });
  put(`${lemma.endsWith('ee') ? lemma : twice}ing`, lemma, { strength, form: 'ing' });
  const past = irregular[lemma] ?? (isY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`);
  for (const word of past.split(' ')) put(word, lemma, { strength, form: 'past' });
}
for (const [list, strength] of [
  [strong, 3],
  [usual, 2],
  [weak, 1],
] as const)
  for (const lemma of list.split(/\s+/u)) inflect(lemma, strength);

/** The cue that a folded word may be, or null. */
export const cueWordOf = (folded: string): CueWord | null => words.get(folded) ?? null;

/** Nouns that name a saying; "X's warning that …", "a statement by X". */
export const speechNouns: ReadonlySet<string> = new Set(
  `claim accusation statement comment comments remark remarks warning allegation allegations denial announcement
argument argument assertion reply response answer letter tweet post message testimony report study survey poll figures
data analysis research forecast estimate estimates review paper article minutes filing documents findings complaint
lawsuit petition verdict view prediction promise pledge demand`.split(/\s+/u),
);

/** Documents that speak for whoever made them: "Nielsen figures show", "a report by the bank found". */
export const documentNouns: ReadonlySet<string> = new Set(
  `report reports study studies survey surveys poll polls figures data analysis research forecast forecasts estimate
estimates review reviews paper papers article articles minutes filing filings document documents findings statement letter records statistics numbers notice memo lawsuit complaint indictment
projections inquiry census audit ruling release email caption note word advisory bulletin briefing newsletter
simulation simulations calculations measurements observations experiments tests
blog label notes manual transcript tally polling notebook diary memoir log logs index database tracker`.split(/\s+/u),
);

/** People who speak for somebody: "a spokesman for X" is X speaking. */
export const voiceNouns: ReadonlySet<string> = new Set(
  'spokesman spokeswoman spokesperson spokespeople spokesmen source sources official officials insider insiders'.split(
    ' ',
  ),
);
