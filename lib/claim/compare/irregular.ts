/** Past forms of verbs that no ending gives away, with the base form: "did not meet" is the opposite of "met". */
const forms = `
become became, break broke broken, bring brought, build built, buy bought, catch caught, choose chose chosen, come came,
deal dealt, draw drew drawn, drink drank, drive drove driven, eat ate eaten, feed fed, feel felt, fight fought, find found,
fly flew flown, forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, go went gone, hear heard,
hide hid hidden, hold held, keep kept, lead led, lend lent, make made, mean meant, meet met, pay paid, ride rode ridden,
run ran, see saw seen, seek sought, send sent, shake shook shaken, shoot shot, sink sank sunk, sit sat, sleep slept,
speak spoke spoken, spend spent, steal stole stolen, sweep swept, swear swore sworn, take took taken, teach taught,
tear tore torn, think thought, throw threw thrown, understand understood, wear wore worn, write wrote written
`;

const bases: ReadonlyMap<string, string> = new Map(
  forms.split(',').flatMap((line) => {
    const [base = '', ...past] = line.trim().split(/\s+/u);
    return past.map((form): [string, string] => [form, base]);
  }),
);

/** The base form of an irregular verb's past; any other word as it is. */
export const baseOf = (word: string): string => bases.get(word) ?? word;
