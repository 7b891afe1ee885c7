const groupsOf = (lines: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const line of lines.trim().split('\n')) {
    const words = line.trim().split(/\s+/u);
    for (const word of words) groups.set(word, new Set([...(groups.get(word) ?? []), ...words]));
  }
  return groups;
};

/** Nouns by which news goes on about one person; a word may stand in several lines. */
const people = groupsOf(`
  leader president premier minister chancellor head monarch king queen ruler
  minister secretary chancellor
  politician senator congressman congresswoman lawmaker legislator mp representative councillor councilor deputy
  politician minister mp lawmaker
  boss chief executive ceo head manager chairman chairwoman director president founder co-founder owner
  founder co-founder entrepreneur businessman businesswoman billionaire tycoon
  coach manager boss trainer gaffer
  captain skipper player midfielder striker defender goalkeeper forward winger batsman bowler star
  officer detective constable inspector superintendent sergeant
  lawyer attorney barrister solicitor counsel silk prosecutor
  scientist researcher professor biologist chemist physicist geologist ecologist epidemiologist virologist astronomer
  academic professor lecturer historian economist scholar
  doctor physician surgeon psychiatrist consultant
  author writer novelist poet historian
  actor actress star performer comedian
  singer musician rapper songwriter star
  envoy ambassador diplomat
  cleric priest pastor bishop archbishop reverend vicar imam pope pontiff
  judge justice magistrate
  spokesman spokeswoman spokesperson
`);

/** Nouns by which news goes on about one body, beside what its name says it is. */
const bodies = groupsOf(`
  department ministry office treasury
  force police constabulary
  watchdog regulator commission authority agency
  agency administration service bureau
  agency department
  group association federation alliance coalition charity organisation organization network
  broadcaster network channel
  newspaper paper daily weekly outlet publication magazine
  airline carrier
  bank lender
  retailer supermarket chain grocer
  carmaker automaker manufacturer maker
  university school college institution
  think-tank institute
  charity foundation trust
  party movement
  club team side
  union association brotherhood federation guild workers teachers nurses teamsters
`);

/** Whether two nouns may stand for one person's office or trade. */
export const isSameRole = (one: string, other: string): boolean => people.get(one)?.has(other) === true;

/** Whether two nouns may stand for one body. */
export const isSameBody = (one: string, other: string): boolean => bodies.get(one)?.has(other) === true;
