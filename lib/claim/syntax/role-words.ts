import type { Token } from '../../text/tokens.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Nouns for one person by office or trade, as far as news describes speakers with them. */
export const personNouns = setOf(`minister president premier chancellor spokesperson spokesman spokeswoman secretary
ambassador envoy diplomat senator congressman congresswoman lawmaker legislator mp councillor councilor mayor governor
commissioner chief head leader director chair chairman chairwoman chairperson ceo executive founder co-founder owner
partner manager editor reporter correspondent journalist columnist presenter host author novelist writer poet historian
professor lecturer researcher scientist economist analyst strategist physicist chemist biologist virologist
epidemiologist ecologist geologist astronomer engineer architect designer artist painter sculptor singer musician
composer conductor actor actress comedian filmmaker producer choreographer chef farmer teacher headteacher headmistress
headmaster principal student pupil nurse doctor surgeon physician psychologist psychiatrist pharmacist lawyer attorney
barrister solicitor prosecutor judge justice magistrate officer inspector superintendent detective constable sheriff
sergeant lieutenant captain major colonel general admiral commander soldier pilot driver coach trainer midfielder
striker defender goalkeeper batsman bowler swimmer cyclist jockey golfer boxer player champion winner runner referee
activist campaigner organiser organizer volunteer adviser advisor consultant negotiator mediator representative delegate
deputy candidate nominee opponent expert specialist trader broker investor banker treasurer accountant auditor priest
pastor bishop archbishop cardinal imam rabbi pope pontiff king queen prince princess resident neighbour neighbor mother father
son daughter brother sister husband wife widow widower uncle aunt cousin grandmother grandfather survivor witness victim
suspect defendant plaintiff passenger patient customer tenant landlord worker miner boss official coordinator ombudsman
rebel warlord reverend vicar preacher cleric full-back fullback centre-back winger goalie quarterback pitcher duke duchess earl baron baroness countess sultan emir curator archivist librarian critic entrepreneur businessman businesswoman billionaire photographer
vice-president vice-chancellor provost dean rector clerk speaker politician monarch woman man boy girl teenager skipper
gaffer star veteran newcomer whistleblower coroner counsel silk pathologist counsellor counselor midwife vet guard
elder ally mentor pollster deacon mufti abbot nun guru heir heiress trustee custos prefect lobbyist
laureate dissident tycoon magnate astronaut rapper monk sheikh ayatollah
firefighter paramedic fisherman mechanic aide spouse pensioner baker butcher
secretary-general director-general attorney-general solicitor-general governor-general lieutenant-governor`);

/** Nouns for one organisation. */
export const bodyNouns =
  setOf(`company firm bank group academy ministry department agency commission committee council court
party union federation association charity foundation institute university college school hospital club team league
airline carrier retailer grocer supermarket chain maker manufacturer carmaker automaker publisher broadcaster newspaper
paper magazine network studio label developer start-up startup lender insurer regulator watchdog operator utility
brokerage think-tank museum gallery theatre festival orchestra band parliament assembly government administration police
army navy force militia movement coalition alliance organisation organization body board authority office bureau service
trust society church mission embassy consortium conglomerate fund exchange laboratory lab producer supplier distributor
contractor consultancy platform site website outlet daily weekly giant unit subsidiary`);

/** Bodies that news calls by the bare noun whatever their name is. */
export const genericBodies = setOf(
  'company firm group business academy organisation organization body agency broadcaster retailer grocer maker manufacturer carmaker automaker airline carrier lender publisher chain start-up startup charity operator developer studio giant outlet newspaper paper union club team party site website utility watchdog regulator charity platform bank lender',
);

/** Bodies that trade, and bodies that do not. */
export const companyNouns = setOf(
  'company firm business group maker manufacturer carmaker automaker airline carrier retailer grocer chain start-up startup lender developer',
);
export const publicBodies = setOf(
  'watchdog regulator agency ministry department commission committee council court police union charity university parliament government party association federation alliance coalition movement army navy crown',
);
/** Bodies whose noun tells their trade: where the text has one, no other is meant. */
export const tradeNouns = setOf('bank lender airline carrier broadcaster newspaper insurer retailer grocer');

/** Offices that a text may speak of without having named who holds them. */
export const officeNouns = setOf(
  'minister president premier chancellor chief head leader director chair chairman chairwoman secretary mayor governor executive manager editor judge king queen prince pope ambassador commissioner owner boss speaker general admiral captain coach spokesman spokeswoman spokesperson',
);

/** People who speak for the house that they work for: "analysts at X". */
export const houseVoices = setOf('analysts strategists');

/** Parts of a body that speak for the whole of it: "X's board", "the X office in Y". */
export const houseParts = setOf('board office management headquarters newsroom');
export const placeNouns = setOf(
  'country nation state republic kingdom city town capital province region island county village',
);

export const isFemaleNoun = (noun: string): boolean => /woman$/u.test(noun) || femaleNouns.has(noun);
const femaleNouns = setOf(
  'mother grandmother daughter granddaughter sister stepmother wife widow aunt niece queen girl actress heiress hostess waitress duchess princess countess baroness headmistress mistress empress goddess priestess bride landlady lady nun mum mom schoolgirl girlfriend',
);

/** Whether a description without an article starts here: a run of at most six words that reaches a person's or body's noun. */
export function titleOrRoleStart(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 6; i += 1) {
    const token = tokens[i];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'possessive' && token.plain !== '-'))
      return false;
    if (personNouns.has(token.folded) || bodyNouns.has(token.folded)) return true;
  }
  return false;
}

/** Nouns in "-er" and the like that are nobody. */
const noPersons =
  /^(?:chamber|paper|newspaper|letter|letters|order|number|power|tower|center|register|poster|chapter|border|weather|winter|summer|water|river|computer|printer|server|disaster|filter|offer|answer|transfer|layer|fever|danger|corner|cluster)$/u;

/** Whether a noun that no list has is somebody by its ending: "baker", "florist". */
export const endsLikePerson = (noun: string): boolean => /(?:er|ist|ian)$/u.test(noun) && !noPersons.test(noun);
