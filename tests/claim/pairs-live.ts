import { readPairs } from './pairs.ts';

/** In the words of agencies and dailies; their errors were read while the rules were mended. */
export const livePairs = readPairs(`
differs | Local health officials said 212 people had been treated for smoke inhalation after the warehouse fire in Rotterdam, most of them dock workers. | Around 340 people were treated for smoke inhalation after the warehouse fire in Rotterdam, according to the fire service. [officials>fire]
differs | The Office for National Statistics put net migration to Wales at 31,000 in the year to June 2022. | Net migration to Wales was 24,000 in the year to June 2022, the Senedd's research service calculates. [ons>senedd]
differs | “We lost 60% of our bookings in a fortnight,” said Elena Marchetti, who runs the hotel in Rimini. | The hotel in Rimini lost 35% of its bookings in a fortnight, according to the regional tourist board. [marchetti>board]
differs | Analysts expect Volvo to sell 75,000 electric cars this year, Reuters reported. | Volvo expects to sell 100,000 electric cars this year. [analysts>volvo]
differs | The prosecution says that Lindqvist took £1.9m from the pension fund over six years. | Lindqvist took £640,000 from the pension fund, his barrister told the jury. [prosecution>barrister]
differs | Almost one in three adults in Glasgow has no dentist, a survey for the Herald suggests. | Some 18% of adults in Glasgow have no dentist, the health board says. [survey>board]
differs | Satellite data show that the Amazon lost 13,200 sq km of forest in 2021. | The Amazon lost 11,500 sq km of forest in 2021, the environment ministry said. [inpe>ministry]
differs | Officials in Dhaka said 31 workers were killed when the boiler exploded. | Labour groups say 54 workers were killed when the boiler exploded in Dhaka. [officials>groups] [2023-07-04>2023-07-04]
differs | At its peak the strike kept 45,000 teachers out of classrooms in Oregon, the union said. | The strike kept 29,000 teachers out of classrooms in Oregon, the governor's office said. [union>governor]
differs | Mr Adeyemi told the inquiry that the bridge at Lokoja had been inspected twice in 2019. | The bridge at Lokoja was inspected four times in 2019, records show. [adeyemi>records]
differs | Around 6 million Syrians live in Turkey, opposition leader Umit Kaya claimed. | Turkey hosts 3.6 million Syrians, the UN refugee agency says. [kaya>unhcr]
differs | The new stadium in Boise seats 14,500 spectators. | The new stadium in Boise will seat 11,000 spectators. [2023-05-10>2023-05-08]
differs | Ticket sales for the Perth festival were down 22 per cent on last year. | Ticket sales for the Perth festival were down 9 per cent on last year, its director said. [->director]
differs | Russia supplies 41% of the gas that Germany burns, the ministry said. | Germany gets 55% of its gas from Russia, according to Eurostat. [ministry>eurostat]
differs | The average waiting time for a hip operation in Ulster is 67 weeks. | Patients in Ulster wait an average of 49 weeks for a hip operation, the trust says. [->trust]
updates | The death toll from the landslide in Petropolis has climbed to 204, the fire department said on Wednesday. | At least 117 people have died in the landslide in Petropolis, the fire department said. [fire>fire] [2022-02-23>2022-02-18]
updates | Vaccinations in Kerala have now passed 21 million, the state's health minister told reporters. | Kerala has given 14 million vaccinations, its health minister said. [minister>minister] [2021-08-11>2021-06-29]
updates | The company said on Friday that 1,870 staff at its Sunderland plant would lose their jobs, up from the 1,500 announced in March. | Some 1,500 staff at the Sunderland plant would lose their jobs, the company announced. [co>co] [2023-06-02>2023-03-09]
updates | Police investigating the Marbella fraud have now arrested 19 people. | Police investigating the Marbella fraud have arrested 7 people. [2023-05-10>2023-05-02]
updates | More than 1,400 homes have been destroyed by the fires around Santa Rosa, officials said on Thursday, revising an earlier count. | The fires around Santa Rosa have destroyed 870 homes, officials said. [2017-10-12>2017-10-10]
updates | Unemployment in Nevada fell to 5.1 percent in November, the state reported. | Nevada's unemployment rate was 6.3 percent in August, the state reported. [2021-12-17>2021-09-17]
updates | So far 88 nations have ratified the treaty on cluster munitions. | The treaty on cluster munitions has been ratified by 71 nations. [2014-09-03>2012-03-10]
updates | The number of confirmed cases of cholera in Beira has risen to 3,577, up from 1,052 at the weekend. | Mozambique's health ministry reported 1,052 confirmed cases of cholera in Beira. [2019-04-08>2019-03-31]
updates | An estimated 2.8 million people have now fled Ukraine, the UN refugee agency said on Monday. | The UN refugee agency said 1.7 million people had fled Ukraine. [unhcr>unhcr] [2022-03-14>2022-03-07]
updates | The appeal for victims of the Freetown fire has raised $3.4m so far. | The appeal for victims of the Freetown fire has raised $900,000. [2021-11-20>2021-11-09]
repeats | “There was no party at the ministry,” Ms Sorensen told MPs on Tuesday, “and there were no guests.” | “There was no party at the ministry,” Ms Sorensen told MPs. [sorensen>sorensen]
repeats | The airline's chief executive, Paulo Reis, has said it will stop flying to Caracas at the end of the month. | Paulo Reis, the airline's chief executive, said it would stop flying to Caracas at the end of the month. [reis>reis] [2023-05-11>2023-05-10]
repeats | Hungary was the last member of Nato to ratify Sweden's accession. | Hungary was the last Nato member to ratify Sweden's accession.
repeats | The Supreme Court in Islamabad struck down the ban on the opposition party. | The ban on the opposition party was struck down by the Supreme Court in Islamabad.
repeats | Three police officers in Leeds have been suspended over messages sent in a WhatsApp group. | Three Leeds police officers have been suspended over messages sent in a WhatsApp group.
repeats | Kwame Boateng, the finance minister, called the loan “a lifeline, not a noose”. | The loan was “a lifeline, not a noose”, said Kwame Boateng, the finance minister. [boateng>boateng]
repeats | Nissan said that it would move production of the Leaf from Sunderland to Kyushu. | Nissan is to move production of the Leaf from Sunderland to Kyushu. [nissan>-]
repeats | The volcano Taal erupted on Sunday for the first time in 43 years. | Taal, a volcano, erupted on Sunday for the first time in 43 years. [2023-05-10>2023-05-09]
repeats | Scientists at the university in Uppsala have found microplastics in Arctic ice. | Microplastics have been found in Arctic ice by scientists at the university in Uppsala.
repeats | Finland shares a border of 1,340 km with Russia. | Finland has a border of 1,340 km with Russia.
supports | A second pilot has told investigators that the warning light on the Dash 8 came on before take-off. | One of the pilots said the warning light on the Dash 8 came on before take-off. [second>first]
supports | The International Energy Agency also forecasts that global demand for oil will peak before 2030. | Global demand for oil will peak before 2030, according to BP. [iea>bp]
supports | Amnesty International said soldiers had burned down homes in the village of Gedeo. | Soldiers burned down homes in the village of Gedeo, residents said. [amnesty>residents]
supports | The Bank of Italy expects the economy to shrink by 0.8 per cent this year. | The IMF expects Italy's economy to shrink by 0.8 per cent this year. [boi>imf]
supports | Both the coastguard and the captain say that the ferry Elli was carrying 310 passengers. | The ferry Elli was carrying 310 passengers, the port authority said. [coastguard>port]
supports | The school in Tulsa knew about the complaints in 2018, a former teacher testified. | A lawyer for the families said the school in Tulsa knew about the complaints in 2018. [teacher>lawyer]
supports | Greenpeace, too, says that the trawler Margiris switched off its transponder near Dogger Bank. | The trawler Margiris switched off its transponder near Dogger Bank, the Danish navy said. [greenpeace>navy]
contradicts | “At no point did I discuss the contract with Mr Varga,” the minister, Judit Szabo, told parliament. | Judit Szabo discussed the contract with Mr Varga at a hotel in Vienna, emails show. [szabo>emails]
contradicts | The Pentagon said none of its drones had entered Iranian airspace. | Iran said a Pentagon drone had entered Iranian airspace. [pentagon>iran]
contradicts | Eskom has denied that its Medupi station was shut down over the weekend. | Eskom's Medupi station was shut down over the weekend, the union said. [eskom>union]
contradicts | Exports of soya from Argentina fell in the first half of the year, official data show. | Exports of soya from Argentina rose in the first half of the year, the grain exchange said. [data>exchange]
contradicts | Senator Ruiz now says she will vote against the pension bill. | Senator Ruiz said she would vote for the pension bill. [ruiz>ruiz]
contradicts | The mine at Kolwezi does not employ children, its owner says. | The mine at Kolwezi employs children, investigators for the charity found. [owner>charity]
contradicts | The vaccine is not effective against the Delta variant, the study in Tel Aviv suggests. | The vaccine is effective against the Delta variant, the Tel Aviv study suggests.
contradicts | Coach Maja Horvat insisted that Petrovic had not been dropped from the squad. | Petrovic had been dropped from the squad, the newspaper reported. [horvat>paper]
contradicts | The governor's office said that he had never met Mr Kessler. | Mr Kessler says he met the governor twice. [governor>kessler]
contradicts | Nord Stream 2 will not go ahead, the German chancellor said. | Nord Stream 2 will go ahead, the German chancellor said. [chancellor>chancellor] [2022-02-22>2022-01-10]
contradicts | The parole board rejected Hayes's application for release. | The parole board approved Hayes's application for release.
contradicts | India opposes the carbon tax proposed by the European Union. | India supports the carbon tax proposed by the European Union.
none | The Office for National Statistics put net migration to Wales at 31,000 in the year to June 2022. | The Office for National Statistics put net migration to Scotland at 24,000 in the year to June 2022.
none | The prosecution says that Lindqvist took £1.9m from the pension fund. | Lindqvist's house in Kent was sold for £1.4m in 2019.
none | Unemployment in Nevada fell to 5.1 percent in November. | Unemployment in Nevada peaked at 30 percent among casino workers in April 2020.
none | The strike kept 45,000 teachers out of classrooms in Oregon. | The strike cost Oregon an estimated $70 million.
none | Volvo sold 75,000 electric cars last year. | Volvo recalled 75,000 diesel cars last year.
none | Hungary was the last member of Nato to ratify Sweden's accession. | Turkey ratified Finland's accession to Nato in March 2023.
none | “There was no party at the ministry,” Ms Sorensen told MPs. | Ms Sorensen told MPs that the ministry had spent nothing on wine.
none | The death toll from the landslide in Petropolis has climbed to 204. | The landslide in Petropolis destroyed 54 houses.
none | Police investigating the Marbella fraud have arrested 19 people. | Police in Marbella arrested 7 people at a football match.
none | Russia supplies 41% of the gas that Germany burns. | Russia supplies 41% of the wheat that Egypt eats.
none | Mr Adeyemi told the inquiry that the bridge at Lokoja had been inspected twice. | Mr Adeyemi told the inquiry that he had been to Lokoja twice.
none | An estimated 2.8 million people have fled Ukraine. | An estimated 1.2 million people have fled Sudan.
none | An estimated 2.8 million people have fled Ukraine. | Poland has taken in 1.7 million people from Ukraine.
none | The company said that 1,870 staff at its Sunderland plant would lose their jobs. | The company employs 6,000 staff at its Sunderland plant.
none | The new stadium in Boise seats 14,500 spectators. | The old stadium in Boise seated 11,000 spectators.
none | Nissan will move production of the Leaf from Sunderland to Kyushu. | Nissan will move its European headquarters from Paris to Sunderland.
none | The appeal has raised $3.4m for victims of the Freetown fire. | The Freetown fire killed 131 people.
none | The Bank of Italy expects the economy to shrink by 0.8 per cent this year. | The Bank of Italy expects prices to rise by 5.6 per cent this year.
none | Senator Ruiz says she will vote against the pension bill. | Senator Ruiz voted for the budget bill in May.
none | Exports of soya from Argentina fell in the first half of the year. | Exports of beef from Argentina rose in the first half of the year.
none | Iran said a drone had entered its airspace. | Israel denied that its drones had entered Lebanese airspace.
none | The mine at Kolwezi does not employ children. | The school at Kolwezi has room for 400 children.
none | The parole board rejected Hayes's application for release. | The parole board approved the release of Hayes's brother.
none | India opposes the carbon tax proposed by the European Union. | India supports a global tax on shipping.
none | The trawler Margiris switched off its transponder near Dogger Bank. | The trawler Margiris landed 400 tonnes of herring at Ijmuiden.
none | The court in Bergen found Dahl guilty of fraud. | The court in Bergen found Dahl's partner innocent of fraud.
none | Coach Maja Horvat insisted that Petrovic had not been dropped. | Coach Maja Horvat insisted that Petrovic was not injured.
none | The minister did not attend the funeral in Cork. | The minister attended the opening of the port in Cork.
none | Tesla's shares fell 12% after the results. | Tesla's sales rose 12% in the quarter.
none | About 300 residents were moved out of the tower in Croydon. | About 300 residents signed a letter about the tower in Croydon.
none | The governor said that he had never met Mr Kessler. | The governor said that he had met Mr Kessler's lawyers.
none | The ferry Elli was carrying 310 passengers. | The ferry Elli can carry 450 passengers.
none | The vaccine is not effective against the Delta variant. | The vaccine is not approved for children under 12.
updates | The Amazon lost 13,200 sq km of forest in 2021. | The Amazon lost 10,800 sq km of forest in 2020.
none | The team won the cup in 2018. | The team did not win the cup in 2019.
none | Germany will phase out coal by 2038. | Germany phased out nuclear power in 2023.
none | Kwame Boateng called the loan “a lifeline, not a noose”. | Kwame Boateng called the strike “an act of folly”. [boateng>boateng]
none | More than 1,400 homes were destroyed by the fires around Santa Rosa. | More than 1,400 firefighters are tackling the fires around Santa Rosa.
none | In Leeds 3 in 10 children are obese. | In Leeds 3 in 10 adults smoke.
none | Eskom will close five power stations by 2030. | Eskom opened a solar park at Komati in 2024.
none | Sales of cigarettes in Poland fell by 6% in 2021. | Sales of cigarettes in Poland fell by 2% in 2015.
none | The president said the army would not leave Gao. | The president said the army would leave Timbuktu.
none | Ms Castell earned £310,000 last year. | Ms Castell's predecessor earned £280,000 a year.
none | The city spent $4m on the new library in Tacoma. | The city spent $9m on the new bridge in Tacoma.
none | Voters under 30 favoured the Greens by 31% to 12%. | Voters over 60 favoured the Greens by 9% to 44%.
none | The firm reported a loss of €14m for the first quarter. | The firm reported a profit of €22m for the first quarter of 2019.
none | Doctors removed a tumour of 2 kg from the tiger at Leipzig zoo. | The tiger at Leipzig zoo weighs 180 kg.
none | The attack on the market in Maiduguri on Tuesday killed 15 people. | The attack on the market in Maiduguri on Monday killed 12 people. [2024-03-13>2024-03-12]
none | A blast in Kabul on Tuesday killed 15 people, police said. | A blast in Kabul on Monday killed 12 people, police said. [2024-03-13>2024-03-12]
none | Israeli strikes on Rafah on Tuesday killed 22 people. | Israeli strikes on Rafah on Sunday killed 13 people. [2024-03-13>2024-03-11]
none | Some 4,000 people marched in Tbilisi on Wednesday. | Some 20,000 people marched in Tbilisi on Sunday. [2024-03-13>2024-03-11]
none | On Tuesday the Dow fell 300 points. | On Monday the Dow fell 120 points. [2024-03-13>2024-03-12]
none | Shares in Kestrel fell 4% on Tuesday. | Shares in Kestrel fell 7% on Monday. [2024-03-13>2024-03-12]
none | Monday's quake near Herat injured 35 people. | Wednesday's quake near Herat injured 120 people. [2024-03-13>2024-03-07]
updates | The number of people killed in the quake near Herat rose to 156 on Tuesday. | The number of people killed in the quake near Herat stood at 120 on Monday. [2024-03-13>2024-03-12]
updates | At least 57 people are known to have died in the Monday floods in Valencia, the government said on Thursday. | At least 31 people are known to have died in the floods in Valencia on Monday, the regional government said on Wednesday. [2024-03-14>2024-03-13]
differs | Police said on Tuesday that 15 people had died in Monday's fire in Lyon. | The fire service said 12 people had died in the fire in Lyon on Monday. [2024-03-13>2024-03-13]
none | The court on Tuesday rejected the appeal by Larsen. | The court on Monday accepted the appeal by Larsen. [2024-03-13>2024-03-12]
none | Rovers lost to Arsenal on Saturday. | Rovers beat Arsenal on Tuesday. [2024-03-18>2024-03-13]
none | The strike closed 40 schools in Leeds on Thursday. | The strike closed 55 schools in Leeds on Tuesday. [2024-03-15>2024-03-13]
differs | The strike closed 40 schools in Leeds on Tuesday. | The strike closed 55 schools in Leeds on Tuesday. [2024-03-15>2024-03-13]
none | The attack killed 15 people today in Maiduguri. | The attack killed 12 people yesterday in Maiduguri. [2024-03-13>2024-03-13]
differs | Unemployment in Norway fell to 3.1 percent in May, the statistics office said on Monday, the lowest since 2010. | Unemployment in Norway fell to 3.4 percent in May, the labour office said. [statistics>labour] [2023-06-12>2023-06-12]
differs | The swing bridge in Hull cost £41m, the council said, and took four years to build. | The swing bridge in Hull cost £63m, auditors found. [council>auditors]
differs | Goodman Mills lost 2,300 jobs last year, its worst year on record. | Goodman Mills lost 3,100 jobs last year, the union said. [->union]
none | The swing bridge in Hull cost £41m, the council said, and took four years to build. | The tunnel in Hull took six years to build. [council>-]
none | The swing bridge in Hull, the council said on Friday, cost £41m. | The council said the tunnel in Hull cost £63m. [council>council]
repeats | Rainfall in Pune reached 310 mm in July, the weather office said, the highest in two decades. | Rainfall in Pune reached 310 mm in July, the weather office said. [office>office]
differs | The IMF forecast economic growth of 2.5% in Kenya in 2020. | The World Bank forecast economic growth of 2.1% in Kenya in 2020. [imf>bank] [2020-01-24>2020-01-15]
none | Norvane forecast profit growth of 2.5% in 2020. | Kestrel forecast profit growth of 2.1% in 2020. [norvane>kestrel] [2020-01-24>2020-01-15]
differs | Tarn has scored 252 goals for Harrow. | Tarn has scored 251 goals for Harrow. [2026-03-08>2026-03-08]
contradicts | Moran apologised to islanders for the delays. | Moran refused to apologise to islanders for the delays.
contradicts | Tarn will play in the cup final in Bologna. | Tarn has withdrawn from the cup final in Bologna.
contradicts | Norvane declined to publish its audit of the Harrow plant. | Norvane published its audit of the Harrow plant.
differs | Harrow have lost three of their last six league matches. | Harrow have lost four of their last six league matches. [2026-03-08>2026-03-08]
differs | The council said 62 of 190 pupils at Harrow Primary had been late on Monday. | At Harrow Primary 41 of 190 pupils were late on Monday. [2026-03-12>2026-03-10]
none | At Harrow Primary 62 of 190 pupils were late. | At Harrow Primary 62 of 84 girls were late.
contradicts | The dam above Harrow failed its last inspection in October. | The dam above Harrow had passed its inspection in October. [2026-05-13>2026-05-12]
none | Parliament in Harrow passed a law on dam inspections. | Parliament in Harrow failed to pass a law on taxes.
updates | The number of people killed when a dam burst above Nizhny Arkhyz rose to 44 on Wednesday. | A dam above the village of Nizhny Arkhyz failed on Monday night, killing at least 31 people. [2026-05-13>2026-05-12]
`);
