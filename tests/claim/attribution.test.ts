import { describe, expect, test } from 'vitest';
import { setScene } from '../../lib/claim/scene.ts';
import { findVoices } from '../../lib/claim/speaker/speakers.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Who speaks the last sentence of a marked text: an entity, `nobody named`, or `no speech`. */
function speakerOf(marked: string): string {
  // A first line keeps the text from being read as a headline.
  const { text, mentions } = parseMarks(`It was quiet.\n${marked}`, 1);
  const { document, cast, entityOf } = goldCast(text, mentions);
  const voice = atOnce(findVoices(setScene(document, cast))).at(-1);
  const speaker = voice?.speaker ?? null;
  if (speaker !== null) return entityOf.get(speaker.id) ?? '';
  return (voice?.frame ?? null) === null ? 'no speech' : 'nobody named';
}

/** Names as in the corpus; what is wanted after the bar. */
const table = `
An adviser to [[Donald Trump|PER|t]] said the plan was dead. | nobody named
A lawyer representing [[Donald Trump|PER|t]] said the plan was dead. | nobody named
A woman named [[Jane Doe|PER|t]] said the plan was dead. | t
The group led by [[Jane Doe|PER|t]] said the plan was dead. | nobody named
[[Jane Doe|PER|t]], an adviser to [[Donald Trump|PER|d]], said the plan was dead. | t
[[Jane Doe|PER|t]], a commissioner on the [[Halibut Commission|ORG|h]], which manages catches, described it as a stable resource. | t
Sen. [[James Lankford|PER|t]], an [[Oklahoma|LOC|o]] [[Republican|OTHER|r]] who warned of the dangers, played it down. | t
“It’s bad,” said [[C. Eugene Steuerle|PER|t]], a fellow at the [[Urban Institute|ORG|u]]. | t
“It’s bad,” said C. [[Eugene Steuerle|PER|t]], a fellow at the [[Urban Institute|ORG|u]]. | t
“Don’t get nervous,” instructed [[Milton Velez|PER|t]], the supervisor. | t
“Don’t get nervous,” boomed [[Milton Velez|PER|t]]. | t
“Who can reinvest those profits?” [[Forte|PER|t]] said. | t
“Who can reinvest those profits?” Mr. [[Forte|PER|t]] asked reporters. | t
Commander [[Dominic Reed|PER|t]], who heads the [[Met|ORG|m]]’s counter-terrorism command, [[SO15|ORG|s]], said that the driver had been stopped. | t
The [[Guild of Bakers|ORG|t]], which bargains for [[Tip Top|ORG|a]], [[Bakewell|ORG|b]] and [[Crumb|ORG|c]], said it had made an offer. | t
Gov. [[Kelvin Stroud|PER|t]], a member of the [[Cherokee|OTHER|c]] tribe who’s seldom on speaking terms with its chief, [[Chet Haskell|PER|h]], thanked the partners. | t
The [[Homeowners Association|ORG|o]], whose 254 houses back onto the tract, retained counsel last week, its president, [[Winston Hagerty|PER|t]], said. | t
[[Ann Lee|PER|a]], who won the seat in 2019, resigned after her rival, [[Bo Diaz|PER|t]], said so. | t
Analysts at [[Barclays|ORG|t]] expect 5,000 jobs to go. | t
Of the 400 laborers who work on mains, many learn the finer points at a center in [[Queens|LOC|q]]. | no speech
A bill that raised spending over two years will add to the pressure on [[Congress|ORG|c]]. | no speech
As [[Mashable|ORG|t]] reports, the company would charge a minimum. | t
In Dr. [[Shadlen|PER|t]]'s words, "Could the moment be tied to awareness?" | t
Our sources say [[Lupita|PER|l]] told cops it was taken. | nobody named
Police said [[Lupita|PER|l]] told them it was taken. | nobody named
It would be easy to combine that with the pixel from the email mentioned above, which has my name, [[Korvane|ORG|k]] or not. | no speech
[[Ann Low|PER|a]], a retired engineer, has written letters to the editor since 1998. | no speech
[[Norva Rail|ORG|n]] has added seats on its trains. | no speech
[[Ann Low|PER|a]] added a third from a pass by [[Tom Reed|PER|t]]. | no speech
The feature added during that time would save hours of work. | no speech
The feature announced in the spring will not come this year. | no speech
The trio announced on Monday that they would leave. | nobody named
A neighbour added in a note that they would leave. | nobody named
It cannot be denied that these tools are harder to use. | no speech
The box feels far heavier than you would expect for its size. | no speech
[[Filmo|ORG|f]] makes it easy to write notes, add closed captions, change the picture and share it. | no speech
The deal is dead, add residents who met [[Filmo|ORG|f]]. | nobody named
[[Filmo|ORG|f]] now offers users of its paid plans a lock. | no speech
[[Filmo|ORG|t]] offered to pay for the repairs. | t
The sale is one of 40 such events [[Filmo|ORG|f]] plans in the spring. | no speech
[[Filmo|ORG|t]] plans to hold forty such events. | t
Officer [[Ann Low|PER|t]] came at noon. The officer who saw the crash said the road was wet. | t
A man who works for [[Oxfam|ORG|o]] said the deal was dead. | nobody named
[[Ann Low|PER|t]] who saw the crash said the road was wet. | t
The plan that ministers said would work is dead, [[Ann Low|PER|t]] said. | t
[[Norvane|ORG|n]] added a second shift. | no speech
It is over, added a neighbour. | nobody named
We need to seriously challenge the rules. | no speech
[[Ann Low|PER|a]], the author of the story, left. The story says it is over. | nobody named
[[Norvane|ORG|t]] makes maps. The company that provides map platforms for hikers said that sales rose. | t
The poet [[Ada Moss|PER|a]], with whom he wrote [[The Trial of Reed|WORK|w]] in 1976, died in 2023. | no speech
[[Ann Low|PER|a]] said it was wrong. In the video, one deputy can be heard shouting “Drop it!” before the shot. | no speech
[[Norvane|ORG|n]] was founded in [[Bath|LOC|b]], where a tutor, Prof. [[Ann Low|PER|t]], remembered it as “a shed with a kettle”. | t
[[Norvane|ORG|n]] runs buses. Swearing at its app has been one of the town’s pastimes, but it seems clear that it works. | no speech
[[Skanska|ORG|t]], the contractor, is "monitoring the situation," a company statement read. | t
[[Aoife|PER|a]] met [[Tom Gray|PER|t]]. Gray’s lawyer, [[Rob Low|PER|r]], said the case was closed. | r
The [[White House|ORG|t]] on Thursday rejected claims that the deal was dead. | t
[[Smith|PER|t]] is quoted as saying that the deal was dead. | t
The deal was dead, [[Reuters|ORG|t]] reported on Monday. | t
The deal was dead, the [[New York Times|ORG|t]] reported, citing officials. | t
In a statement, [[Apple|ORG|t]] said the deal was dead. | t
In a tweet, [[Musk|PER|t]] wrote: “The deal is dead.” | t
[[Musk|PER|t]] tweeted that the deal was dead. | t
[[Musk|PER|t]] took to [[Twitter|ORG|w]] to say that the deal was dead. | t
Asked about the deal, [[Musk|PER|t]] said it was dead. | t
Asked by [[Reuters|ORG|r]] about the deal, [[Musk|PER|t]] said it was dead. | t
[[Musk|PER|t]] told [[Reuters|ORG|r]] that the deal was dead. | t
Speaking to [[Reuters|ORG|r]], [[Musk|PER|t]] said the deal was dead. | t
Speaking outside court, Mr [[Gray|PER|t]]’s solicitor said the deal was dead. | nobody named
[[Britain|LOC|b]]’s foreign secretary, [[James Cleverly|PER|t]], said the deal was dead. | t
[[British|NAT|b]] foreign secretary [[James Cleverly|PER|t]] said the deal was dead. | t
[[Moscow|LOC|t]] has denied that its troops were there. | t
Deal is dead, says [[Musk|PER|t]] | t
[[Musk|PER|t]]: ‘The deal is dead’ | t
[[Musk|PER|t]] says deal is dead | t
‘The deal is dead’: [[Musk|PER|t]] walks away from talks | t
“The deal,” [[Musk|PER|t]] said, “is dead.” | t
Per [[Nielsen|ORG|t]], 13 million people watched. | t
[[Nielsen|ORG|t]] data show 13 million people watched. | t
Data from [[Nielsen|ORG|t]] show 13 million people watched. | t
A survey by [[Gallup|ORG|t]] found that half of adults smoke. | t
A [[Gallup|ORG|t]] poll found that half of adults smoke. | t
Half of adults smoke, a [[Gallup|ORG|t]] poll found. | t
Half of adults smoke, a study in the [[Lancet|ORG|t]] found. | t
The court heard that [[Gray|PER|g]] had fled. | nobody named
[[Gray|PER|g]] called off the talks in May. | no speech
[[Gray|PER|t]] called the talks a farce. | t
[[Gray|PER|g]] put off the vote again. | no speech
[[Gray|PER|t]] put the cost at £3m. | t
[[Norvane|ORG|n]] added two stops to the line. | no speech
[[Gray|PER|t]] added the firm would move to Hull. | t
[[Norvane|ORG|n]] recalled some 400 cars. | no speech
[[Gray|PER|t]] recalled that the cars had burned. | t
The storm claimed 12 lives in [[Hull|LOC|h]]. | no speech
[[Gray|PER|g]] said nothing on the stairs. | no speech
[[Gray|PER|g]] had fled, an inquest in [[Hull|LOC|h]] has heard. | nobody named
[[Gray|PER|g]] told the court he had fled. | g
Judge [[Ann Low|PER|t]] ruled that the ban was unlawful. | t
In her ruling, Judge [[Ann Low|PER|t]] wrote that the ban was unlawful. | t
[[Gray|PER|g]] had fled, according to a police report seen by the [[BBC|ORG|b]]. | nobody named
According to court documents, [[Gray|PER|g]] had fled. | nobody named
[[Symantec|ORG|t]], [[Kaspersky|ORG|k]] and [[Cisco|ORG|c]]'s [[Talos|ORG|o]] all warn that a copy will come. | t
[[Fair Ground|ORG|t]], the group founded by [[Tracey Adams|PER|a]], and the [[Georgia Project|ORG|g]] say that they knocked on doors. | t
[[Rovers|ORG|t]] say that the ground is safe. | t
[[Spotify|ORG|t]] and [[Epic Games|ORG|e]], the maker of [[Fortnite|PRODUCT|f]], say the same. | t
[[Microsoft|ORG|t]], whose [[Skype|PRODUCT|s]] has translated calls since 2014, told me so last winter. | t
[[Voss|PER|v]] got as far as [[Edinburgh|LOC|e]], which sources close to the player insist was an error. | nobody named
It carries an apology that librarians say was read aloud at the [[Library|ORG|l]]. | nobody named
Residents were told by the [[Health Department|ORG|t]] on Monday that the water was safe. | t
[[Chevron|ORG|c]] needs money for [[Anadarko|ORG|t]], whose board said on Monday that it liked the bid. | t
[[Anadarko|ORG|t]] is for sale. Its board said on Monday that it liked the bid. | t
The [[Home Office|ORG|t]] said the hotel was safe. It had ended 50 contracts by January, a spokesman said. | t
The [[Home Office|ORG|o]] said the hotel was safe. It had ended 50 contracts, a spokesman for one hotel said. | nobody named
Ms [[Rosa Gil|PER|g]] met Dr [[Ian Low|PER|t]]. She left early. The patients were not well enough, said the doctor. | t
The mayor, [[Ann Low|PER|t]], took off her hat. A colonel whispered. "Whose?" asked the mayor. | t
[[MNG|ORG|t]] shot back that the stock had lost 41 percent. | t
On the other side, activists hold that [[Bayer|ORG|b]] will finish off the honeybee. | nobody named
Polls by the [[Kyiv Institute|ORG|t]] show that half would take a ceasefire. | t
Labour has opened a lead of 33 points in a [[YouGov|ORG|t]] poll for [[The Times|ORG|o]]. | t
“You have stopped buying it,” was the message to staff from [[Evgeny Lebedev|PER|t]], whose father was a spy. | t
"We stopped entering kids," was principal [[Fergus Low|PER|t]]'s explanation. | t
66 min: Email from [[Siobhán|PER|t]] in [[Cork|LOC|c]]: “My father is 84, he was there in 1948.” | t
The [[Bureau of Meteorology|ORG|t]] rejected the claim that rain was near. | t
According to [[Ann Low|PER|t]], [[Gray|PER|g]] had fled. | t
[[Gray|PER|g]] had fled, said a friend of [[Low|PER|l]]. | nobody named
A spokesman for [[Apple|ORG|t]] said the deal was dead. | t
[[Apple|ORG|t]] spokesman [[Tom Neu|PER|n]] said the deal was dead. | n
The deal was dead, an [[Apple|ORG|t]] spokeswoman said. | t
[[Gray|PER|g]] and [[Low|PER|l]] said the deal was dead. | g
[[Tesco|ORG|t]], [[Lidl|ORG|l]] and [[Aldi|ORG|a]] said the deal was dead. | t
Retailers [[Tesco|ORG|t]] and [[Lidl|ORG|l]] said the deal was dead. | nobody named
Traders at [[Citi|ORG|c]] and [[Nomura|ORG|n]] said the deal was dead. | nobody named
[[Ann Low|PER|t]] met [[Tom Gray|PER|g]]. “It is dead,” he’d said. | g
[[Bo Kim|PER|k]] called [[Li Wu|PER|w]] a fool. “It is dead,” [[Bo Kim|PER|k]] said. Beside her [[Ann Low|PER|t]] shook her head. “It will not come back,” she said. | t
[[Ann Low|PER|t]] took over when [[Eva Gray|PER|g]] left. “It is dead,” she said. | t
The deal is dead, according to a tally kept by [[Nielsen|ORG|t]]. | t
The deal is dead, according to figures that [[Nielsen|ORG|t]] supplied. | t
The deal is dead, according to the [[Nielsen|ORG|t]] office in [[Rome|LOC|r]]. | t
[[Nielsen|ORG|t]]'s board wrote that the deal was dead. | t
[[Tom Gray|PER|t]] filed on Monday. The deal was dead, his filing says. | t
[[Gray|PER|t]] is alleged to have replied: “The deal is dead.” | t
From [[Ann Low|PER|t]] in [[Rome|LOC|r]]: “The deal is dead.” | t
“It is dead,” said Acting [[United States|LOC|u]] Attorney [[Ann Low|PER|t]]. | t
“It is dead,” said a lawyer to the party, [[Ann Low|PER|t]]. | t
The remark was attributed to [[Ann Low|PER|t]]. | t
[[Ann Low|PER|l]] drove there. Under cross-examination the driver, [[Tom Gray|PER|t]], said the deal was dead. | t
[[Tom Gray|PER|t]] had a header ruled out. “It was dead,” he told reporters. | t
[[Ann Low|PER|t]], as everyone calls her, grew roses. “It is dead,” she recalls. | t
[[Cairns|LOC|c]] coach [[Tom Tully|PER|t]] has ruled out a return, saying the deal was dead. | t
[[Gray|PER|t]] reminded readers that the deal was dead. | t
[[Gray|PER|g]] said [[Low|PER|l]] had fled. | g
[[Gray|PER|g]] accused [[Low|PER|l]] of lying. | g
[[Gray|PER|g]] has said he fled, [[Reuters|ORG|r]] reported. | g
[[Gray|PER|g]] did not respond to a request for comment. | no speech
[[Gray|PER|g]] declined to comment. | no speech
[[Gray|PER|g]] said: “I asked [[Low|PER|l]] and she said, ‘The deal is dead.’” | g
[[Gray|PER|g]], who said the deal was dead, flew to [[Paris|LOC|p]]. | g
The deal was “dead”, [[Gray|PER|g]] added. | g
It was, [[Gray|PER|g]] recalled, the end. | g
“It is dead,” she told [[Reuters|ORG|r]]. | nobody named
“It is dead,” [[Ann Low|PER|t]] told [[Reuters|ORG|r]]. She was sure. “It will not come back.” | t
[[Ann Low|PER|t]] was sure. “It will not come back.” | t
“It is dead,” Mr. [[Gray|PER|t]] texted. | t
“It is dead.” — [[Gray|PER|t]], chief executive | t
[[Gray|PER|t]] insists the deal is dead. | t
The deal, [[Gray|PER|t]] argues, is dead. | t
For [[Gray|PER|t]], the deal is “dead”. | t
[[Gray|PER|t]] called the deal “dead”. | t
Prosecutors allege [[Gray|PER|g]] stole $2m. | nobody named
[[Gray|PER|g]] is alleged to have stolen $2m. | nobody named
[[Gray|PER|g]] is expected to announce the deal. | nobody named
[[Gray|PER|g]] will announce the deal on Monday. | no speech
The minister, whose party lost, said [[Gray|PER|g]] had fled. | nobody named
Mayor [[Ann Low|PER|t]] — a [[Democrat|OTHER|d]] in her second term — said the deal was dead. | t
[[Ann Low|PER|t]] (pictured) said the deal was dead. | t
The [[Kremlin|ORG|t]] said [[Putin|PER|p]] told [[Macron|PER|m]] that the deal was dead. | t
[[Ann Low|PER|t]], of the charity [[Shelter|ORG|s]], said the deal was dead. | t
[[Shelter|ORG|s]]’s [[Ann Low|PER|t]] said the deal was dead. | t
“It is dead,” says the father-of-two, who met [[Gray|PER|g]]. | nobody named
[[Gray|PER|g]] was told by doctors that it was dead. | nobody named
[[Gray|PER|g]] was told that it was dead. | nobody named
[[Uzbekistan|LOC|u]] sent a guest. A note beside it says the bowl “will return”. | nobody named
[[Amnesty|ORG|a]] called it a crime. The navy’s own statistics show that theft fell. | nobody named
The [[Directorate of Health|ORG|t]] counted 400. [[Shell|ORG|s]] left. The directorate’s own figures show fewer deaths. | t
[[Ann Low|PER|a]] left. “They film a field,” [[Bo Kim|PER|k]] said. One, a teacher who asked not to be named, said he had counted “sixty, and trucks”. | nobody named
[[Ann Low|PER|t]] told [[Bo Kim|PER|k]] that the drill near the islands, called [[Dokdo|LOC|d]] in the north, was “regrettable”. | t
Senator [[Ann Low|PER|t]] of [[Norland|LOC|n]], the top [[Democrat|ORG|d]] on the [[Commerce Committee|ORG|c]], said the verdict showed that “self-certification is no certification”. | t
[[Bo Kim|PER|k]], the head of forecasting, said so. [[Al Low|PER|t]] has been speaking to [[RTÉ|ORG|r]]. He said the army was ready. | t
The [[Court of Justice|ORG|t]] ruled on it. The [[Norva|LOC|n]]-based court said the rules were void. | t
[[Ann Low|PER|t]]’s simulations suggest that most are smaller. | t
Advocate General [[Ann Low|PER|t]], appearing for the state, submitted that the notices were served in 2019. | t
[[Ann Low|PER|a]] submitted her thesis in 2019. | no speech
[[Kardu Diminin|PER|k]] elder [[Mark Ninnal|PER|t]], who travelled 400 kilometres, wept on the steps. “First one to do that,” he said. | t
[[Ann Low|PER|t]], 61, denies gross negligence manslaughter. Opening the case, [[Bo Kim|PER|k]] KC told jurors that she lied. The nurse counted 14, he said. The defendant, of [[Blackheath|LOC|b]], claims the machine was in use. | t
[[Cyclone Tej|EVENT|e]]: “We tied ourselves to the palms” | no speech
[[Ann Low|PER|t]]: “We tied ourselves to the palms” | t
[[Apple|ORG|a]], which sells a pencil, might disagree about what people want. | nobody named
[[Essentia|ORG|e]] declined to comment, citing the law. | no speech
[[Arkema|ORG|a]] reports on Nov. 6. | no speech
In 2003 [[Ann Low|PER|a]] accepted the gold medal of the guild. | no speech
`
  .trim()
  .split('\n')
  .map((line): readonly [string, string] => {
    const bar = line.lastIndexOf(' | ');
    return [line.slice(0, bar), line.slice(bar + 3)];
  });

describe('who says it', () => {
  test.each(table)('%s', (marked, wanted) => {
    const found = speakerOf(marked);
    // Nobody named is as good as no speech where nobody is wanted to be named.
    if (wanted === 'nobody named') expect(['nobody named', 'no speech']).toContain(found);
    else expect(found).toBe(wanted);
  });

  test('a signature below what was said, and none of what comes after it', () => {
    const lines = [
      '“It was never on a shelf.”',
      '“It was on a desk.”',
      '– [[Ann Holm|PER|h]], [[Rome|LOC|r]]',
      '“My sister says so.”',
      '– [[Tom Brandt|PER|b]], [[Rome|LOC|r]]',
    ];
    const { text, mentions } = parseMarks(`It was quiet.\n${lines.join('\n')}`, 1);
    const { document, cast, entityOf } = goldCast(text, mentions);
    const speakers = atOnce(findVoices(setScene(document, cast))).map(({ speaker }) => entityOf.get(speaker?.id ?? ''));
    expect(speakers.slice(1)).toEqual(['h', 'h', 'h', 'b', 'b']);
  });

  test.each([
    [
      'Rail [[Kolding|LOC|k]] line to close',
      'The [[Kolding|LOC|k]] rail line will close, [[Ann Holm|PER|h]] said.',
      'h',
    ],
    [
      'Auditors put cost of [[Kolding|LOC|k]] line at £3bn',
      'The [[Kolding|LOC|k]] line will cost £3bn, auditors said.',
      '',
    ],
  ])('a headline is theirs who say its words below: %s', (headline, below, wanted) => {
    const other = '“We will open the [[Kolding|LOC|k]] line,” [[Ann Holm|PER|h]] said.';
    const { text, mentions } = parseMarks(`${headline.replace('Rail', 'Minister says rail')}\n${below}\n${other}`, 1);
    const { document, cast, entityOf } = goldCast(text, mentions);
    const [first] = atOnce(findVoices(setScene(document, cast)));
    expect(entityOf.get(first?.speaker?.id ?? '') ?? '').toBe(wanted);
  });

  test('words in marks in a sentence of its own are not handed on from the paragraph above', () => {
    const report = '[[Ann Holm|PER|h]] said that the shop would cut its prices.';
    expect(
      speakerOf(`${report}\nStill, there is nothing plain about a “fresh, line-caught fillet of turbot.”`),
    ).not.toBe('h');
    expect(speakerOf(`${report}\n“We will sell it at cost.”`)).toBe('h');
  });

  test('the first time that somebody does something is told of, and not by them', () => {
    const { text, mentions } = parseMarks('It was quiet.\nIt was the first time the bank has announced a loss.', 1);
    const { document, cast } = goldCast(text, mentions);
    expect(atOnce(findVoices(setScene(document, cast))).at(-1)?.frame?.isSubordinate).toBe(true);
  });

  test('two who take turns', () => {
    const lines = [
      '“It saves the town,” says [[Ann Holm|PER|h]].',
      '“It kills the market,” says [[Tom Brandt|PER|b]].',
      '“Nobody came here anyway.”',
      '“Half of the town did.”',
    ];
    const upTo = (count: number): string => speakerOf(lines.slice(0, count).join('\n'));
    expect([1, 2, 3, 4].map(upTo)).toEqual(['h', 'b', 'h', 'b']);
  });
});
