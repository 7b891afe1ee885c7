/**
 * Money that goes by one name in several countries. By word, in the singular: code, countries (ISO 3166-1) and the words by
 * which a text tells that it is about one of them. The first is meant where nothing tells.
 */
const families: Readonly<Record<string, string>> = {
  dollar: `USD US american us u.s.; CAD CA canadian; AUD AU australian; NZD NZ new_zealand; SGD SG singapore singaporean;
    HKD HK hong_kong; TWD TW taiwan taiwanese; JMD JM jamaican; TTD TT trinidadian; BBD BB barbadian; BSD BS bahamian;
    GYD GY guyanese; FJD FJ fijian; NAD NA namibian; LRD LR liberian; ZWL ZW zimbabwean; XCD AG_DM_GD_KN_LC_VC east_caribbean
    eastern_caribbean`,
  pound: `GBP GB british; EGP EG egyptian; LBP LB lebanese; SYP SY syrian; SDG SD sudanese; SSP SS south_sudanese`,
  shilling: `KES KE kenya kenyan kenyans; UGX UG uganda ugandan ugandans; TZS TZ tanzania tanzanian tanzanians;
    SOS SO somalia somali somalis`,
  peso: `PHP PH philippines philippine filipino filipinos; MXN MX mexico mexican mexicans;
    ARS AR argentina argentine argentinian argentines; COP CO colombia colombian colombians; CLP CL chile chilean chileans;
    DOP DO dominican dominicans; UYU UY uruguay uruguayan uruguayans; CUP CU cuba cuban cubans`,
  rupee: `INR IN india indian indians; PKR PK pakistan pakistani pakistanis; LKR LK sri_lanka sri_lankan sri_lankans;
    NPR NP nepal nepali nepalese; MUR MU mauritius mauritian; SCR SC seychelles seychellois`,
  franc: `CHF CH_LI switzerland swiss; XOF SN_CI_ML_BF_NE_TG_BJ_GW senegal senegalese ivorian ivory_coast mali malian
    burkina_faso burkinabe niger togo togolese benin beninese cfa; XAF CM_GA_TD_CF_CG_GQ cameroon cameroonian gabon gabonese
    chad chadian; RWF RW rwanda rwandan rwandans; BIF BI burundi burundian; CDF CD congo congolese; GNF GN guinea guinean;
    DJF DJ djibouti; KMF KM comoros comorian`,
  krone: 'NOK NO norway norwegian norwegians; DKK DK_GL denmark danish danes',
  krona: 'SEK SE sweden swedish swedes; ISK IS iceland icelandic icelanders',
  crown: `SEK SE sweden swedish swedes; NOK NO norway norwegian norwegians; DKK DK_GL denmark danish danes;
    CZK CZ czech czechs prague; ISK IS iceland icelandic icelanders`,
  dirham: 'AED AE emirati emirates uae dubai; MAD MA morocco moroccan moroccans',
  dinar: `KWD KW kuwaiti; IQD IQ iraqi; JOD JO jordanian; BHD BH bahraini; TND TN tunisian; DZD DZ algerian; LYD LY libyan;
    RSD RS serbian; MKD MK macedonian`,
  rial: 'IRR IR iranian; OMR OM omani; YER YE yemeni',
  riyal: 'SAR SA saudi; QAR QA qatari',
  kwacha: 'ZMW ZM zambia zambian zambians; MWK MW malawi malawian malawians',
  won: 'KRW KR south_korean korean; KPW KP north_korean',
};

interface National {
  readonly code: string;
  readonly countries: readonly string[];
  readonly people: readonly string[];
}

const parsed: ReadonlyMap<string, readonly National[]> = new Map(
  Object.entries(families).map(([word, lines]) => [
    word,
    lines.split(';').map((line): National => {
      const [code = '', countries = '', ...people] = line.trim().split(/\s+/u);
      return { code, countries: countries.split('_'), people: people.map((name) => name.replace('_', ' ')) };
    }),
  ]),
);

const plurals: ReadonlyMap<string, string> = new Map([
  ['kroner', 'krone'],
  ['kronor', 'krona'],
  ['sh', 'shilling'],
  ['rs', 'rupee'],
]);

/** The family of a folded word, whether singular, plural or short. */
const familyOf = (word: string): readonly National[] | undefined =>
  parsed.get(plurals.get(word) ?? word) ?? (word.endsWith('s') ? parsed.get(word.slice(0, -1)) : undefined);

/** The code of "Ugandan shillings", of its two parts folded; null where that people has no such money. */
export const moneyOfPeople = (people: string, word: string): string | null =>
  familyOf(word)?.find((national) => national.people.includes(people))?.code ?? null;

/** Where an article comes from and what it is about, as far as that tells whose money is meant. */
export interface MoneyHome {
  /** ISO 3166-1 code of the outlet's country, or null. */
  readonly country: string | null;
  readonly text: string;
}

/** Words that leave the country open. They alone are read anew: "dollars" and "pounds" are, unsaid, those of the outlet. */
const open = /^(?:shillings?|sh|pesos?|rupees?|rs|francs?|krone|kroner|kronas?|kronor|crowns?|dirhams?|kwachas?)$/u;

/**
 * The code of an amount of which `written` are the words: where only its money's name stands there, that of the outlet's
 * country, else of the country that the text names most. Linear in the text for each amount that leaves it open.
 */
export function moneyAtHome(written: string, unit: string, { country, text }: MoneyHome): string {
  const words = written.toLowerCase().match(/\p{L}+/gu) ?? [];
  const word = words.find((one) => open.test(one));
  const family = word === undefined ? undefined : familyOf(word);
  // "Ugandan shillings" leave nothing open.
  if (family === undefined || !family.some(({ code }) => code === unit) || isOfPeople(words, family)) return unit;
  const own = country === null ? undefined : family.find(({ countries }) => countries.includes(country));
  if (own !== undefined) return own.code;
  let best = unit;
  let most = 0;
  for (const { code, people } of family) {
    const count = text.match(new RegExp(String.raw`\b(?:${people.join('|')})\b`, 'giu'))?.length ?? 0;
    if (count > most) [best, most] = [code, count];
  }
  return best;
}

const isOfPeople = (words: readonly string[], family: readonly National[]): boolean => {
  const written = words.join(' ');
  return family.some(({ people }) => people.some((name) => ` ${written} `.includes(` ${name} `)));
};
