import { describe, expect, test } from 'vitest';
import { setScene } from '../../lib/claim/scene.ts';
import { findVoices } from '../../lib/claim/speaker/speakers.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Forms of attribution in agency and newspaper prose: paragraphs are parted by a slash, whom the last sentence is from stands after the bar. */
const table = `
"We have no plan to close the site," said [[Helen Marsh|PER|t]], the chief executive of [[Norvane|ORG|n]], which employs 4,000 people in [[Leeds|LOC|l]]. | t
"We have no plan to close the site," said the chief executive of [[Norvane|ORG|n]], [[Helen Marsh|PER|t]], who joined from [[Tesco|ORG|x]] in 2019. | t
"We have no plan to close the site," said [[Norvane|ORG|n]]'s chief executive, [[Helen Marsh|PER|t]]. | t
[[Helen Marsh|PER|t]], who was appointed chief executive of [[Norvane|ORG|n]] by [[Tom Reed|PER|r]] last year, said the site would stay open. | t
[[Helen Marsh|PER|t]], the former deputy to [[Tom Reed|PER|r]], said the site would stay open. | t
[[Helen Marsh|PER|t]] told [[Tom Reed|PER|r]] that the site would stay open. | t
[[Tom Reed|PER|r]] was told by [[Helen Marsh|PER|t]] that the site would stay open. | t
The site will stay open, [[Norvane|ORG|t]] said in a statement on Tuesday. | t
[[Norvane|ORG|t]] said in an emailed statement to [[Reuters|ORG|r]] that it would keep the site open. | t
"The site," [[Helen Marsh|PER|t]] told the [[BBC|ORG|b]]'s [[Today|WORK|w]] programme, "will stay open." | t
"The site will stay open," she said. "We have told [[Tom Reed|PER|r]] so." | nobody named
[[Helen Marsh|PER|t]] runs [[Norvane|ORG|n]]. / "The site will stay open," she said. "We have told [[Tom Reed|PER|r]] so." | t
[[Tom Reed|PER|t]], the transport minister, visited the site. / Workers met him at the gate. / The minister said the site would stay open. | t
Transport Minister [[Tom Reed|PER|t]] visited the site on Monday. / About 200 workers waited at the gate for two hours. / "It will stay open," the minister said. | t
Transport Minister [[Tom Reed|PER|t]] met [[Ann Low|PER|a]], the mayor of [[Leeds|LOC|l]]. / "It will stay open," he told her. | t
Transport Minister [[Tom Reed|PER|r]] met [[Ann Low|PER|t]], the mayor of [[Leeds|LOC|l]]. / "It will stay open," the mayor said. | t
[[Tom Reed|PER|r]] denies the charge. / [[Reed|PER|r]]'s lawyer said his client would appeal. | nobody named
[[Tom Reed|PER|r]] denies the charge. / [[Reed|PER|r]]'s lawyer, [[Ann Low|PER|t]], said her client would appeal. | t
[[Tom Reed|PER|r]] denies the charge. / His lawyer said he would appeal. | nobody named
[[Tom Reed|PER|r]] denies the charge. / His lawyer, [[Ann Low|PER|t]], said he would appeal. / "We will be back in court," she said. | t
[[Tom|PER|m]] and [[Ann Low|PER|a]] bought the house in 2019. / "We were never told about the flood," they said. | nobody named
According to a report by [[Oxfam|ORG|t]], the number of poor people rose by 12%. | t
According to a report published on Monday by [[Oxfam|ORG|t]], the number of poor people rose by 12%. | t
A new study released on Monday by [[Nordhaven University|ORG|u]]'s [[Centre for Wages|ORG|t]] looks at pay. / As the study states, "pay has stalled." | t
News came in several blog notes (such as one by [[Ann Reed|PER|a]] of the club). / As of now, the [[Mapper|PRODUCT|m]] blog shows no news. | nobody named
News came in several blog notes (such as one by [[Ann Reed|PER|a]] of the club). / As of now, the blog shows no news. | nobody named
According to a report from the [[World Bank|ORG|t]], the number of poor people rose by 12%. | t
The number of poor people rose by 12%, according to a new report by the [[World Bank|ORG|t]]. | t
The number of poor people rose by 12%, according to [[World Bank|ORG|t]] figures. | t
The number of poor people rose by 12%, according to data compiled by [[Bloomberg|ORG|t]]. | t
The number of poor people rose by 12%, according to a senior [[World Bank|ORG|w]] official who spoke on condition of anonymity. | nobody named
A senior [[White House|ORG|w]] official told [[Reuters|ORG|r]] that the deal was close. | nobody named
Two people familiar with the matter told [[Reuters|ORG|r]] that [[Norvane|ORG|n]] would close the site. | nobody named
People familiar with the matter said [[Norvane|ORG|n]] would close the site. | nobody named
A person close to [[Tom Reed|PER|r]] said the site would close. | nobody named
Sources at [[Norvane|ORG|n]] said the site would close. | nobody named
A source close to the talks said [[Norvane|ORG|n]] would close the site. | nobody named
[[US|LOC|u]] officials said [[Norvane|ORG|n]] would close the site. | nobody named
One [[Norvane|ORG|n]] worker, who did not want to be named, said the site was finished. | nobody named
Site will stay open, says [[Reed|PER|t]] | t
'I will not resign', says [[Reed|PER|t]] | t
'I will not resign': [[Reed|PER|t]] defies critics over site | t
[[Tom Reed|PER|t]] said [[Will Kerr|PER|k]] had visited the site in May. / "He promised us new machines," he added. | t
[[Tom Reed|PER|t]], MP for [[Leeds West|LOC|l]], said: "It will stay open." | t
[[Tom Reed|PER|t]], the MP for [[Leeds West|LOC|l]] and a former aide to [[Will Kerr|PER|k]], said: "It will stay open." | t
Speaking after a meeting with [[Will Kerr|PER|k]] in [[Paris|LOC|p]], [[Tom Reed|PER|t]] said the site would stay open. | t
In an interview with [[The Times|ORG|x]], [[Tom Reed|PER|t]] said the site would stay open. | t
Asked by reporters whether [[Will Kerr|PER|k]] would go, [[Tom Reed|PER|t]] replied: "No." | t
Writing on [[X|ORG|x]], [[Tom Reed|PER|t]] said the site would stay open. | t
In a post on [[Truth Social|ORG|x]], [[Tom Reed|PER|t]] wrote that the site would stay open. | t
[[Norvane|ORG|t]] raised its forecast. / [[Norvane|ORG|t]] shipped more pumps than before. / Its rival [[Sulzer|ORG|s]] fell. / The company also said its chief would go. | t
[[Norvane|ORG|n]] raised its forecast. / [[Norvane|ORG|n]] shipped more pumps than before. / Its rival [[Sulzer|ORG|t]] fell. The company said its chief would go. | t
[[Norvane|ORG|n]] raised its forecast. / Its rival [[Sulzer|ORG|t]] fell. / The company said its chief would go. | t
[[Rosa Achter|PER|t]] saved the dunes. / She had two daughters. Their elder daughter, [[Mairi|PER|m]], is professor at [[Utrecht|LOC|u]]. / Appointed in 1984, she refused to attend. "I had lambs," she explained. | t
[[Rosa Achter|PER|r]] saved the dunes. / Her elder daughter, [[Mairi|PER|t]], said the dunes would last. "We had lambs," she explained. | t
[[Anna Low|PER|t]] expects offers of aid, venues and telephone calls from [[China|LOC|c]], but no pressure. | t
Loads crossed [[Mill Street|LOC|m]] twice. / The county puts the loss at "under £100,000". | nobody named
Loads crossed [[Norshire|LOC|t]] twice. / The county puts the loss at "under £100,000". | t
[[Tom Reed|PER|r]] is the owner of [[Kobol|ORG|k]]. / [[Mopani|ORG|m]]'s owner said it welcomed the decision. | nobody named
[[Tom Reed|PER|t]] is the owner of [[Kobol|ORG|k]]. / [[Kobol|ORG|k]]'s owner said it welcomed the decision. | t
Born in [[Ely|LOC|e]], [[Norfolk|LOC|f]], [[Ada Moss|PER|t]] wrote ten plays. [[Laurence Orme|PER|o]] asked her to join his theatre. / "It was loud," she said. | t
[[Ada Moss|PER|t]] came home in May. To later audiences she was Professor [[Mina Gall|PER|g]], a witch with a heart. / "It was fun," she said. | t
[[Ada Moss|PER|t]] came home in May. At the club that she founded, [[Mina Gall|PER|g]] danced. / "It was fun," she said. | g
The [[Association of Machinists|ORG|t]] turned an offer down on Monday. / [[Rae Lund|PER|r]] of the [[Bank of Wessex|ORG|b]] put the cost at £1bn. / The union called the offer "a joke." | t
The [[Association of Machinists|ORG|t]] turned an offer down. / The [[National Labour Board|ORG|b]] has had a complaint of it. / The union called it "a joke." | t
[[Dan Rice|PER|r]], the midfielder, was pleased. [[Carlo Riva|PER|t]], the coach, was not. The [[Italian|NAT|i]] insisted a comeback was possible. | t
[[Norvane|ORG|t]] is to lose £4m. / The chip giant, based in [[Leeds|LOC|l]], [[England|LOC|e]], said it would need licences. | t
[[Norvane|ORG|n]] agreed a deal, a person with knowledge of it told reporters. / Coach [[Tom Reed|PER|t]] said it was late. | t
[[Norvane|ORG|n]] agreed a deal, a person with knowledge of it told reporters. / [[Tom Reed|PER|r]], the coach, was away. | nobody named
Eating late may shorten lives, a study in eight countries including the [[UK|LOC|u]] and the [[US|LOC|s]] suggests. | nobody named
[[Norvane|ORG|n]] sells rolls. A new analysis, of ten towns, came out on Monday. It says prices rose by 3%. | nobody named
A new report covers ten towns. The [[Norvane Bureau|ORG|t]] “is aware”, it says. | t
[[Leo XIV|PER|t]], the pope, spoke in [[Rome|LOC|r]]. / "Never again war," the pontiff said. | t
Officials met on Monday. A [[TokTik|PRODUCT|t]] spokesman called that "pure fiction". | t
Justice [[Ana Sotto|PER|t]] wrote in a concurrence that the law was too broad. | t
[[New Delhi|LOC|d]], Sept 15 ([[PTI|ORG|p]]): The [[Waqf Council|ORG|t]] stayed the law. It also said that the law was too broad. | t
[[Tom Reed|PER|t]] posted on [[X|ORG|x]]: "The site will stay open." | t
For co-author [[Ann Low|PER|t]] of the [[Leeds Museum|ORG|l]], the message is simple: "The site will stay open." | t
"The site will stay open," [[Tom Reed|PER|t]] posted on [[X|ORG|x]]. | t
[[Downing Street|ORG|t]] said the site would stay open. | t
A [[Downing Street|ORG|t]] spokesperson said the site would stay open. | t
A spokesperson for the [[Home Office|ORG|t]] said: "We do not comment on single cases." | t
The [[Home Office|ORG|t]] has been approached for comment. / A spokesperson said: "We do not comment on single cases." | t
[[Norvane|ORG|t]] declined to comment. / In a statement, the company said it would keep the site open. | t
[[Norvane|ORG|t]], based in [[Leeds|LOC|l]], makes pumps for [[Shell|ORG|s]]. / The company said it would keep the site open. | t
[[Norvane|ORG|t]] shares fell 4%. / The firm blamed weak demand in [[China|LOC|c]]. | t
Police said [[Tom Reed|PER|r]] had been arrested. | nobody named
[[Metropolitan Police|ORG|t]] officers were called at noon. / The force said a man had been arrested. | t
Det Ch Insp [[Tom Reed|PER|t]], of [[West Yorkshire Police|ORG|w]], said: "This was a cruel attack." | t
Judge [[Ann Low|PER|t]], sentencing, said [[Reed|PER|r]] had shown no remorse. | t
Sentencing [[Reed|PER|r]], Judge [[Ann Low|PER|t]] said he had shown no remorse. | t
The judge, [[Ann Low|PER|t]], told [[Reed|PER|r]]: "You have shown no remorse." | t
Judge [[Ann Low|PER|t]] jailed [[Tom Reed|PER|r]] for ten years. / "You have shown no remorse," she told him. | t
Prosecutor [[Ann Low|PER|t]] told the court that [[Reed|PER|r]] had fled to [[Spain|LOC|s]]. | t
"He fled," said [[Ann Low|PER|t]], prosecuting. | t
The [[Chinese|NAT|c]] foreign ministry said the talks had failed. | nobody named
[[Russia|LOC|r]]'s [[Defence Ministry|ORG|t]] said it had shot down 20 drones. | t
[[Chinese|NAT|c]] foreign ministry spokeswoman [[Mao Ning|PER|t]] told a regular briefing the talks had failed. | t
[[Mao Ning|PER|t]], a foreign ministry spokeswoman, said the talks had failed. | t
[[Ukraine|LOC|u]]'s president, [[Volodymyr Zelenskiy|PER|t]], said in his nightly address that the attack killed nine. | t
[[Zelenskiy|PER|t]], in his nightly video address, said the attack killed nine. | t
The attack killed nine people, [[Zelenskiy|PER|t]] said in his nightly video address. | t
The attack killed nine people, the regional governor, [[Oleh Koval|PER|t]], said on [[Telegram|ORG|x]]. | t
Regional governor [[Oleh Koval|PER|t]] said on [[Telegram|ORG|x]] the attack killed nine people. | t
[[Oleh Koval|PER|t]], governor of the [[Sumy|LOC|s]] region, wrote on [[Telegram|ORG|x]] that nine had died. | t
Nine had died, wrote [[Oleh Koval|PER|t]], the governor of the region. | t
The bank's chief economist, [[Ann Low|PER|t]], expects growth of 2%. | t
"Growth will be slow," said [[Ann Low|PER|t]], chief economist at [[Nordea|ORG|n]], in a note to clients. | t
[[Ann Low|PER|t]] at [[Nordea|ORG|n]] said growth would be slow. | t
Economists polled by [[Reuters|ORG|r]] had expected growth of 2%. | nobody named
[[Reuters|ORG|t]] reported on Monday, citing three sources, that the site would close. | t
The [[Financial Times|ORG|t]] first reported the talks. | t
The talks were first reported by the [[Financial Times|ORG|t]]. | t
[[Hamas|ORG|t]], which governs [[Gaza|LOC|g]], said [[Israel|LOC|i]] had broken the truce. | t
The [[Hamas|ORG|h]]-run health ministry said 40 people were killed. | nobody named
[[Gaza|LOC|g]]'s health ministry says 40 people were killed. | nobody named
The [[Israel Defense Forces|ORG|t]] (IDF) said it had struck a command centre. | t
The [[Israeli|NAT|i]] military said it had struck a command centre. | nobody named
"It is a start," said [[US|LOC|u]] Secretary of State [[Antony Blinken|PER|t]]. | t
"It is a start," [[US|LOC|u]] Secretary of State [[Antony Blinken|PER|t]] told reporters. | t
"It is a start," said Minister of Foreign Affairs [[Jan Lipavsky|PER|t]]. | t
Minister of Foreign Affairs [[Jan Lipavsky|PER|t]] said it was a start. | t
The deal is near, Secretary of State for Health [[Victoria Atkins|PER|t]] has said. | t
A friend of President [[Joe Biden|PER|b]] said it was a start. | nobody named
A friend of actor [[Joe Biden|PER|b]] said it was a start. | nobody named
[[Ann Low|PER|t]], a professor of law at [[Oxford|ORG|o]], wrote to [[Tom Reed|PER|r]]. / The professor said the law was clear. | t
A report by [[Oxfam|ORG|t]] says a third of land is idle. / About 400 villages were visited. / [[Shell|ORG|s]] has leases in 12 of them. / The report also found that wells were dry. | t
A report by the auditors found that a third of land was idle. / [[Shell|ORG|s]] has leases in 12 of them. / The report also found that wells were dry. | nobody named
[[Oxfam|ORG|t]] published its report on Monday. / [[Shell|ORG|s]] has leases in 12 villages. / The report said wells were dry. | t
Asked by the family's barrister, [[Tom Reed|PER|r]], whether the call was late, he replied: "In hindsight, yes." | nobody named
[[Will Kerr|PER|t]], a doctor, gave evidence on Monday. / Asked by the family's barrister, [[Tom Reed|PER|r]], whether the call was late, he said it was. | t
[[Tom Reed|PER|r]] asked whether the call was late. / Asked about the delay, he said it was unfortunate. | r
[[Nico Varela|PER|t]], the striker, was in tears. / "He made me," the [[Argentine|NAT|a]] wrote. | t
[[Yannis Rallis|PER|t]] won in two sets. / "I was lucky," said the [[Greek|NAT|g]]. | t
'Stay at home' – that is the message from [[Highland Police|ORG|t]]. | t
'Stay at home' – this is the advice of [[Ann Low|PER|t]]. | t
[[Robin Tidwell|PER|t]], a lawyer for the woman, arrived at noon. / "We are ready," he said. | t
Pressed by phone, [[Tom Reed|PER|t]] added that the fleet was where it should be. | t
[[Ann Low|PER|a]] met [[Tom Reed|PER|t]]. / Pressed by phone, he told [[Will Kerr|PER|k]] that the fleet was where it should be. | t
Detective Inspector [[Laura Pym|PER|p]] said officers were worried. The girl's father, [[Anton Varga|PER|v]], made an appeal. "Come home," [[Varga|PER|v]] said. He was joined by his sister, [[Ilona|PER|t]]. "We want to hear her voice," she said. | t
[[Laura Pym|PER|t]] opened the shelter in May. A neighbour warned her of floods. The house stood empty. "I stayed," she said. | t
A nurse told the inquest of the night. "I was alone," she said. | nobody named
[[Laura Pym|PER|p]] opened the inquest on Monday. / A nurse told it of the night. "I was alone," she said. | nobody named
The novelist [[Imre Halasz|PER|t]] is not sorry. / The author of [[The Cold Bath|WORK|x]] said that he would write one more. / His publisher, [[Eva Brandl|PER|b]], hopes so. | b
The novelist [[Imre Halasz|PER|t]] is not sorry. / The author of [[The Cold Bath|WORK|x]] said that he would write one more. | t
[[Imre Halasz|PER|h]], a carpenter, left at noon. / The owner said that he would come back. / [[Eva Brandl|PER|b]] waved. The owner said so again. | nobody named
The union's general secretary, [[Brin Cadogan|PER|t]], called a strike. / [[Lena Voss|PER|v]], the transport secretary, refused to meet him. / The union leader said he would wait. | t
[[Norvane|ORG|n]] put its prices up by 7%, a move the [[Anglers' Trust|ORG|t]] called "a slap". | t
Tickets rise by 7%, a move the union called "a slap". / The rest stays, [[Norvane|ORG|n]] said. | n
Fans will pay more, [[Norvane|ORG|n]] confirmed on Friday. Tickets rise by 7%, a move the supporters' trust called "a slap". | nobody named
By [[Dana Whitcomb|PER|w]] / A former deputy was convicted of shooting a driver he said had reached for a gun. | nobody named
A study by researchers at [[Georgia Tech|ORG|t]] found that the center drew 1.3 million gallons. | t
A team of researchers at [[Georgia Tech|ORG|t]] found that the center drew 1.3 million gallons. | nobody named
All but two of the 11 analysts polled by [[Reuters|ORG|r]] had expected the bank to hold. | nobody named
A senior official in the [[Department of Telecommunications|ORG|d]] said that a note was being prepared. | nobody named
[[Norvane|ORG|t]] makes pumps. / [[Ofwat|ORG|o]], the watchdog, fined it in May. / The company said it would appeal. | t
[[Norvane|ORG|t]], a maker of pumps, was fined by [[Ofwat|ORG|o]]. / The watchdog said the pumps leaked. / In a statement, the company said it would appeal. | t
[[Kenya|LOC|k]]'s central bank held rates. / [[Churchill Ogutu|PER|o]] works at [[IC Group|ORG|i]]. / The bank said it would meet again in June. | nobody named
[[Redfin|ORG|t]] and [[Compass|ORG|c]], two brokerages, said they would cut 8% of their workers. | t
[[Uber|ORG|u]] and its fans don't seem to understand that rules exist for a reason. | nobody named
Nobody knows how [[Amazon|ORG|a]] plans to place the shops. | nobody named
[[Ann Low|PER|a]] lives in [[Rome|LOC|r]]. / Her daughter, [[Fiona|PER|t]], said the house was cold. / She added that the roof leaked. | t
[[Liz Truss|PER|l]] resigned on Thursday. / [[Keir Starmer|PER|t]] called for an election. / "The [[Tories|ORG|x]] cannot respond with yet another shambles," the [[Labour|ORG|y]] leader said. | t
[[Keir Starmer|PER|t]], the [[Labour|ORG|y]] leader, met [[Angela Rayner|PER|r]]. / The opposition leader said an election was due. | t
[[Giorgia Meloni|PER|t]] travelled to [[Tunis|LOC|x]] with [[Ursula von der Leyen|PER|u]]. / The [[Italian|NAT|i]] prime minister said the deal was historic. | t
[[Emmanuel Macron|PER|t]] met [[Olaf Scholz|PER|s]] in [[Berlin|LOC|b]]. / The [[French|NAT|f]] president said the deal was historic. | t
[[French|NAT|f]] President [[Emmanuel Macron|PER|m]] met [[German|NAT|g]] Chancellor [[Olaf Scholz|PER|t]]. / The chancellor said the deal was historic. | t
[[Mara Oduya|PER|m]] played a countess. / “What is a weekend?” became her most quoted line. | nobody named
[[UN|ORG|u]] Secretary-General [[António Guterres|PER|t]] met [[Olaf Scholz|PER|s]]. / “The window is closing,” the [[UN|ORG|u]] secretary-general said. | t
[[UN|ORG|u]] Secretary-General [[António Guterres|PER|t]] met [[Olaf Scholz|PER|s]]. / “The window is closing,” the secretary general said. | t
[[António Guterres|PER|g]] met [[Marta Roe|PER|m]] of the [[OAS|ORG|o]]. / “The window is closing,” the secretary-general of [[CARICOM|ORG|c]] said. | nobody named
[[French|NAT|f]] President [[Emmanuel Macron|PER|m]] met [[US|LOC|g]] President [[Joe Biden|PER|t]]. / The [[US|LOC|g]] president said the deal was historic. | t
[[French|NAT|f]] President [[Emmanuel Macron|PER|t]] met [[US|LOC|g]] President [[Joe Biden|PER|b]]. / The [[French|NAT|f]] president said the deal was historic. | t
[[French|NAT|f]] President [[Emmanuel Macron|PER|t]] met [[US|LOC|g]] President [[Joe Biden|PER|b]]. / [[Biden|PER|b]] left early. / The [[French|NAT|f]] leader said the deal was historic. | t
[[Vladimir Putin|PER|t]] spoke to [[Xi Jinping|PER|x]] by phone. / The [[Russian|NAT|r]] leader said the deal was historic. | t
[[Narges Mohammadi|PER|t]], an [[Iranian|NAT|i]] activist, is in [[Evin prison|LOC|e]]. / The Nobel laureate wrote from her cell that she would not stop. | t
[[Lionel Messi|PER|t]] scored twice against [[Mexico|LOC|m]]. / "It was a final," the 35-year-old said. | t
[[Lionel Messi|PER|t]] scored twice against [[Guillermo Ochoa|PER|o]]. / "It was a final," the [[Argentina|LOC|a]] captain said. | t
[[Jürgen Klopp|PER|t]] watched [[Mohamed Salah|PER|s]] miss. / The [[Liverpool|ORG|l]] manager said it happened. | t
[[Coco Gauff|PER|t]] beat [[Iga Swiatek|PER|s]] in straight sets. / "I played free," said the [[American|NAT|a]]. | t
[[Serco|ORG|s]] runs the centre for the [[Home Office|ORG|t]]. / The department said it had asked for a report. | t
[[Meta|ORG|t]] will cut jobs. / The [[Facebook|ORG|f]] owner said it would spend less. | t
[[Toyota|ORG|t]] will build in [[Ohio|LOC|o]]. / The [[Japanese|NAT|j]] carmaker said it would hire 900. | t
[[Toyota|ORG|t]] will build with [[LG|ORG|l]]. / The world's biggest carmaker said it would hire 900. | t
[[Unite|ORG|t]] called the strike at [[Tesco|ORG|x]]. / The union said the offer was an insult. | t
[[Mothin Ali|PER|t]] was elected in [[Leeds|LOC|l]]. / The [[Green|ORG|g]] councillor said the win was for the people. | t
"It is a scandal," [[Ed Davey|PER|t]], the [[Liberal Democrat|ORG|l]] leader, said on Monday. | t
[[Ed Davey|PER|t]] — whose party won 72 seats — said it was a scandal. | t
It was a scandal, [[Ed Davey|PER|t]] told [[Sky News|ORG|s]]' [[Trevor Phillips|PER|p]]. | t
[[Ed Davey|PER|t]] told [[Trevor Phillips|PER|p]] on [[Sky News|ORG|s]]: "It's a scandal." | t
Dr [[Ann Low|PER|t]], who was not involved in the study, said the sample was small. | t
[[Ann Low|PER|t]], who was not involved in the study by [[Tom Reed|PER|r]] and colleagues at [[Oxford|ORG|o]], said the sample was small. | t
"The sample was small," said Prof [[Ann Low|PER|t]], an expert in sleep at [[Oxford|ORG|o]], who was not involved in the work of [[Tom Reed|PER|r]]. | t
[[Tom Reed|PER|r]], lead author, said sleep mattered. / But [[Ann Low|PER|t]], of [[Oxford|ORG|o]], urged caution. / "The sample was small," she said. "It needs to be repeated." | t
The attack was claimed by [[Islamic State|ORG|t]]. | t
[[Islamic State|ORG|t]] claimed responsibility for the attack on [[Telegram|ORG|x]]. | t
Residents of [[Khan Younis|LOC|k]] told [[AFP|ORG|a]] that the shelling went on all night. | nobody named
Witnesses said [[Israeli|NAT|i]] tanks had entered the town. | nobody named
One resident, [[Mariam Saleh|PER|t]], told [[AFP|ORG|a]] the shelling went on all night. | t
"We have nowhere to go," said [[Mariam Saleh|PER|t]], 34, a mother of four sheltering in a school run by [[UNRWA|ORG|u]]. | t
"We have nowhere to go," said [[Mariam Saleh|PER|t]], 34, a mother of four. / [[UNRWA|ORG|u]] says 1.9 million people are displaced. / "Every day we move," she said. | t
A wheel came off, the [[Rail Board|ORG|t]] found in 2018. | t
[[Norvane|ORG|t]] makes pumps for farms. / The [[Norvane|ORG|t]] plant is old. / [[Norvane|ORG|t]] was fined by [[Ofwat|ORG|o]], the watchdog. / The watchdog said the pumps leaked. / [[Ann Low|PER|a]] lives next to it. / [[Tom Reed|PER|r]] does not. / [[Labour|ORG|l]], a party, wants a law. / In a statement, the company said it would appeal. | t
The head of one of [[England|LOC|e]]'s biggest firms has defended her bonus, telling reporters that it was fair. | nobody named
[[Johnson|PER|j]] rejected the report. / The report said 12 people had died. | nobody named
[[Ann Low|PER|a]] presented a report by [[Oxfam|ORG|t]]. / [[Tom Reed|PER|r]] called the report a hoax. / The report said 12 people had died. | t
[[NEW YORK|LOC|y]] (AP) — [[Norvane|ORG|t]] gave up on the site on Thursday and said that it would sell it. | t
[[MANILA|LOC|m]], [[Philippines|LOC|p]] ([[AP|ORG|a]]) — A ferry of [[Norvane|ORG|t]], a shipping line, sank. / In a statement, the company said it was sorry. | t
Representative [[Tom Reed|PER|t]], [[Democrat|ORG|d]] of [[Ohio|LOC|o]], a former judge, called it a scandal. | t
The council wants to sell [[Denby Park|LOC|d]]. / The council says it has no choice. / It claims the sale will pay for care. | nobody named
"Will you go?" a reporter asked. / "No," [[Ann Low|PER|a]] said. / "Why not?" | nobody named
"Will you go?" a reporter asked. / "No," [[Ann Low|PER|t]] said. / "Why not?" / "Because I have work to do." | t
Her deputy, [[Colin Frost|PER|c]], runs the ward. / The minister said it was safe. | nobody named
German Chancellor [[Olaf Scholz|PER|o]] welcomed the plan. / The French president said it was too late. | nobody named
[[Norvane|ORG|n]] runs trains. / The Aslef union said its members would strike. | nobody named
[[Norvane|ORG|n]] runs trains. / The Unite union said its members would strike. / The union said they had voted in May. | nobody named
[[Ann Low|PER|a]], of the opposition [[Chadema|ORG|c]] party, said the ministry knew. / The rain came to 3 inches, the meteorological agency said. | nobody named
Some 900 homes are gone, the [[Red Cross|ORG|r]] said. / The rain came to 3 inches, the meteorological agency said. | nobody named
[[Unesco|ORG|t]] lists the site. / The agency said it was unique. | t
[[Norvane|ORG|t]] makes pumps. / The company said it had sold ten. / The software company said it was pleased. | t
[[Kaja Kallas|PER|k]], the [[EU|ORG|e]]'s top diplomat, called it a campaign. / [[Finland|LOC|f]]'s president put the number at nine. | nobody named
[[Emmanuel Macron|PER|t]], the president of [[France|LOC|f]], left early. / [[France|LOC|f]]'s president said it was late. | t
"You are a liar, are you not, Mr [[Reed|PER|t]]?" [[Anita Rao|PER|a]] asked. / "I was," he said. | t
Senator [[Risa Dela Cruz|PER|t]], who wrote the bill, called it just. Her opponent [[Jun Villareal|PER|v]] said it was a blank cheque. / "You will own nothing," [[Villareal|PER|v]] shouted at her. / "You dine with the owners," she answered. | t
[[Sarah Parady|PER|p]] said the police had moved the goalposts. / [[Tom Reed|PER|t]] disputed that: "We count a theft as we always did." | t
[[Sarah Parady|PER|p]] said the police had moved the goalposts. / [[Tom Reed|PER|t]] disagreed: "We count a theft as we always did." | t
[[Sarah Parady|PER|p]] said it was a marriage. / One analyst at [[Jefferies|ORG|j]] disagreed: "It is a shotgun wedding." | nobody named
[[Ann Low|PER|a]] said it was a good day. / [[Ed Davey|PER|t]]'s verdict: "Two parties in freefall." | t
[[Ann Low|PER|a]] said it was a good day. / [[Ed Davey|PER|d]]'s lawyer: "Two parties in freefall." | nobody named
[[Hallam|ORG|h]] said there would be few job losses. / [[Tavistock|ORG|t]] employs 8,700 people, its annual report says. | t
[[Reform UK|ORG|r]] says it would deport 600,000 people; the [[Conservatives|ORG|t]] say the figure is "plucked out of the air". | t
"I aged ten years," said the [[Harwick|PER|h]] manager, [[Karl Brandreth|PER|t]]. | t
The [[Harwick|PER|h]] manager, [[Karl Brandreth|PER|t]], said the club would appeal. | t
[[Chidi Obi|PER|o]] has 14 goals and [[Lewis Farrant|PER|l]] nine. "I am not counting," the striker, 23, told reporters. / [[Farrant|PER|l]] said he had been "sick with nerves" before the penalty. "I told him to mind his own business," the captain added. | l
[[Judith Amsel|PER|t]], a neuroscientist, led the work. / Two authors took fees from a lamp maker, which [[Rosa Delgado|PER|d]] said had no part in the design. / Asked whether she takes a phone to bed, [[Amsel|PER|t]] laughed. "I never said I was a good example," she said. | t
The [[Bank of Norland|ORG|t]] cut its rate on Thursday. / Shares rose. The opposition [[Progress Alliance|ORG|p]] said the cut came too late. / The bank said its next decision was due in May. | t
The [[Marine Accident Investigation Branch|ORG|t]] looked into the sinking. The [[Crown|ORG|c]] said the case was closed. / The branch's report found that the alarm had been switched off. | t
[[Douglas Petrie|PER|p]] denied the charges. / [[Petrie|PER|p]] claimed that he had handed control to the second mate, [[Iain Rourke|PER|t]]. [[Rourke|PER|t]], who gave evidence for the prosecution, said no such handover had taken place. "I was making tea," he told the court. | t
[[Sundbank|LOC|t]] and its rival [[Fjordkreditt|ORG|f]] both said they would pass on the cut. | t
"He came in shorts," an aide on the [[Agriculture Committee|ORG|a]] recalled. | nobody named
A caller on [[Crescent Street|LOC|c]] reported that a goat sat in a car. | nobody named
The [[Beltrami County Sheriff's Office|ORG|b]] closed the road. / Democrats will recall Gov. [[Scott Walker|PER|w]]. [[Walker|PER|w]]'s office said the state had saved a billion. | nobody named
[[Leeds Crown Court|ORG|t]] heard that [[Mutasa|PER|m]] collapsed beside the trolley and was found by an assistant, [[Tomasz Zych|PER|z]]. | t
The cold froze the hoses at one barn near [[Schnellville|LOC|s]], a town in the south, said the [[Department of Agriculture|ORG|t]], or [[USDA|ORG|t]]. | t
An article about [[Thornbury Pumps|ORG|p]] said that its founder had gone bankrupt. | nobody named
[[Tom Aldous|PER|a]] took five wickets. "It is the quickest I've bowled," said [[Aldous|PER|a]]. / [[Calder|ORG|c]]'s coach, [[Imran Latif|PER|t]], offered no excuses. "We were second best," the former fast bowler said. | t
The company [[Lumora|ORG|t]] sold fewer rings. / The company expects revenue of $900 million, below the $1.05 billion that analysts had forecast, according to LSEG data. | t
[[Lumora|ORG|t]] sold fewer rings. / The company expects revenue of $900 million this quarter, below the $1.05 billion analysts had forecast on average. | t
[[Lumora|ORG|t]] sold fewer rings. / The company expects to earn less than analysts had predicted. | t
[[Lumora|ORG|t]], which makes rings, will cut 800 jobs. Its shares rose. / Analysts at [[Barclays|ORG|b]] said the cuts would save $150 million a year. / The company said it expected revenue of $900 million. | t
Talks led by the state mediator, [[Bodil Krag|PER|k]], broke down on Monday night. | nobody named
[[Kenya Airways|ORG|t]] flew again on Monday. The [[Airline Pilots' Association|ORG|a]] said its members were in the cockpit. / The airline said it had lost 300 million a day. | t
[[Norman Hale|PER|t]], a coastal ecologist from the [[Polar Survey|ORG|o]] in [[Cambridge|LOC|c]], [[United Kingdom|LOC|u]], told [[The Star|ORG|n]] that proof is lacking. | t
[[Norvane|ORG|n]] chief [[Tom Reed|PER|r]] said so. / [[Harbour|ORG|t]] released a separate statement saying, “It lets us grow.” | t
State [[Sen. Dawn Hale|PER|t]] (R-Leeds), for example, said [[Tom Reed|PER|r]] “has worked for it.” | t
[[Tom Reed|PER|r]] spoke. / The donors who spoke to [[Star News|ORG|a]] also say there is anger. | nobody named
He worked there for a decade, according to the [[Norland|LOC|n]]-based children’s charity group [[Helping Hands|ORG|t]]. | t
District attorney [[Tom Reed|PER|t]] called the proposed rules “an injustice”. | t
[[Tom Reed|PER|r]] might have wanted to stay, and prices fell. | nobody named
[[Tom Reed|PER|r]], critical of [[Ann Low|PER|a]] and considered likely to replace her, was silent. | nobody named
No one would know more about it than [[Tom Reed|PER|r]], considering the way he bailed on three clubs. | nobody named
The [[Norland Index|ORG|n]] added 0.9 percent as miners rallied. | nobody named
[[Tom Reed|PER|r]] accepted $100,000 from an agent. | nobody named
Plans were made at the [[White House|ORG|w]]. / Forms are ready, according to the [[Education Department|ORG|t]]. The agency said it would open them. | t
[[Fair Trade Association|ORG|t]] figures show a fall. / ([[Eva Mitsu|PER|e]]/[[Star TV|ORG|s]]) / The group that stands for 9,000 agents said sales fell. | t
[[Ann Low|PER|a]] works at the [[University of Otago|ORG|o]]. / Her team of ecologists found new germs. / Birds died, the team reported in a paper. | nobody named
The [[Elm College|ORG|e]] voted. / It's one of those lines that need a note: "We won by a mile." | nobody named
On Monday I got a note from [[Ann Low|PER|t]], who confirmed that the site would close. | t
[[Norvane|ORG|n]] has a site in the valley. / Workers walk there. / The road is wet. / Snow fell all day. / It says, "We were here." | nobody named
[[York Police Department|ORG|y]] closed the road. / The [[Leeds|LOC|l]] police department said it was shut. | nobody named
[[Norvane|ORG|n]] runs the site. / A report on the fire tells of locked doors. / The report said that nobody had a key. | nobody named
[[Norvane|ORG|n]] makes pumps. / In a new paper, [[Ann Low|PER|t]] warned of leaks. / The pumps will break, according to the report. | t
[[Norvane|ORG|n]] makes pumps. / Data from [[Norland|LOC|d]]'s statistics office show a fall. / The data confirm that sales fell. | nobody named
[[Norvane|ORG|n]] makes pumps. / "Something will happen," the email began. | nobody named
[[Norvane|ORG|n]] makes pumps. / According to the EDS estimates, sales fell. | nobody named
The [[Leeds Sheriff's Office|ORG|l]] held two men. / They are in jail, according to the attorney’s office. | nobody named
`
  .trim()
  .split('\n')
  .map((line): readonly [string, string] => {
    const bar = line.lastIndexOf(' | ');
    return [line.slice(0, bar), line.slice(bar + 3)];
  });

describe('who says it in news prose', () => {
  test.each(table)('%s', (marked, wanted) => {
    // A first line keeps the text from being read as a headline.
    const { text, mentions } = parseMarks(`It was quiet.\n${marked.replaceAll(' / ', '\n')}`, 1);
    const { document, cast, entityOf } = goldCast(text, mentions);
    const speaker = atOnce(findVoices(setScene(document, cast))).at(-1)?.speaker ?? null;
    expect(speaker === null ? 'nobody named' : entityOf.get(speaker.id)).toBe(wanted);
  });
});

test.each([
  ['The pilot, [[Tom Reed|PER|r]], was among the dead.', 'nobody named'],
  ['The adviser, [[Tom Reed|PER|r]], called it a bad day.', 'r'],
])('who is named below a lead that names nobody: %s', (next, wanted) => {
  const marked = `A jet crashed into a school on Monday, a government adviser said.\n${next}`;
  const { text, mentions } = parseMarks(`It was quiet.\n${marked}`, 1);
  const { document, cast, entityOf } = goldCast(text, mentions);
  const speaker = atOnce(findVoices(setScene(document, cast)))[1]?.speaker ?? null;
  expect(speaker === null ? 'nobody named' : entityOf.get(speaker.id)).toBe(wanted);
});
