import { readPairs } from './pairs.ts';

/**
 * The second part of the pairs, of other news, written before the rules were run on them; `readPairs` says how. What they
 * showed was mended by general rules, so that they are no measure any more: the first time precision was 0.89 and recall
 * 0.86 on the first 48, 0.88 and 0.70 on the other 26.
 */
export const secondPart = readPairs(`
differs | Thames Water says 3,300 properties lost supply when the main burst in Clapham. | About 5,000 properties in Clapham lost supply when the main burst, the council said. [thames>council]
differs | The Kremlin said 57 soldiers were freed in Thursday's prisoner swap. | Kyiv said 75 soldiers were freed in Thursday's prisoner swap. [kremlin>kyiv] [2024-02-09>2024-02-09]
differs | Restoring the Palmerston theatre will cost £48m, according to the trust. | The council has put the cost of restoring the Palmerston theatre at £31m. [trust>council]
differs | Aramco's refinery at Jazan can process 400,000 barrels a day. | The refinery at Jazan can process 250,000 barrels a day, analysts at Wood Mackenzie estimate. [aramco>woodmac]
differs | Some 42% of Chilean households have no savings, the central bank reported. | The central bank reported that 27% of Chilean households have no savings. [2023-09-04>2023-09-02]
differs | Ryanair cancelled 320 flights because of the strike, the airline said. | The pilots' union said Ryanair had cancelled 540 flights because of the strike. [ryanair>union]
differs | The Ganges dolphin population stands at 6,300, India's environment ministry says. | India's environment ministry says there are 3,900 Ganges dolphins. [2024-03-01>2024-02-20]
differs | Rescuers pulled 14 miners alive from the shaft at Zonguldak, the governor said. | Rescuers pulled 11 miners alive from the shaft at Zonguldak, according to the union. [governor>union] [2022-10-15>2022-10-15]
updates | The number of people confirmed dead in the Derna floods has risen to 5,100, the Red Crescent said on Thursday. | The Red Crescent said 2,300 people were confirmed dead in the Derna floods. [rc>rc] [2023-09-14>2023-09-12]
updates | Avian flu has now been found on 94 farms in Brittany. | Avian flu has been found on 61 farms in Brittany. [2022-03-20>2022-02-25]
updates | Annual inflation in Ghana eased to 23.2% in January, the statistics service said. | Annual inflation in Ghana was 26.4% in November, the statistics service said. [gss>gss] [2024-02-14>2023-12-13]
updates | The Maui fire department said 106 people had been confirmed killed in Lahaina. | The Maui fire department said 80 people had been confirmed killed in Lahaina. [mfd>mfd] [2023-08-16>2023-08-12]
updates | More than 210,000 people have signed the petition to save Lewes hospital. | Around 90,000 people have signed the petition to save Lewes hospital. [2023-06-20>2023-06-02]
repeats | "We were promised repairs and got paint," Dolores Ibarra told the tribunal. | Dolores Ibarra said: "We were promised repairs and got paint." [ibarra>ibarra]
repeats | Sweden's central bank left its policy rate unchanged at 4%. | The policy rate was left unchanged at 4% by Sweden's central bank.
repeats | Porto's metro will not run on Sunday because of track work. | Because of track work Porto's metro will not run on Sunday. [2023-05-11>2023-05-11]
repeats | Toyota halted production at 14 plants in Japan after a system failure. | After a system failure Toyota halted production at 14 plants in Japan.
repeats | The tanker Ocean Pearl ran aground off Fujairah before dawn. | Before dawn, the tanker Ocean Pearl ran aground off Fujairah.
supports | Médecins Sans Frontières says the hospital in Nyala was shelled twice. | The hospital in Nyala was shelled twice, a nurse said. [msf>nurse]
supports | A coroner found that the Hadley lift had not been serviced since 2017. | The Hadley lift had not been serviced since 2017, the manufacturer said. [coroner>maker]
supports | Moody's also expects Kenya to default on its eurobond in June. | Kenya will default on its eurobond in June, JP Morgan expects. [moodys>jpm]
supports | Two witnesses told the inquest that the van jumped the red light in Mercer Street. | The van jumped the red light in Mercer Street, a cyclist said. [witnesses>cyclist]
contradicts | Pfizer denied that it had stopped the trial in Osaka. | Pfizer had stopped the trial in Osaka, the newspaper reported. [pfizer>paper]
contradicts | Mayor Lindholm says she never approved the Kista tower. | Mayor Lindholm approved the Kista tower, minutes of the meeting show. [lindholm>minutes]
contradicts | The dam at Edenville was not safe, state engineers found. | The dam at Edenville was safe, its owner said. [engineers>owner]
contradicts | Slovakia will leave the arms agreement, its defence minister said. | Slovakia will not leave the arms agreement, its defence minister said. [min>min] [2024-05-02>2024-03-11]
contradicts | House prices in Leipzig fell last year, the Bundesbank said. | House prices in Leipzig rose last year, estate agents said. [bundesbank>agents]
contradicts | Judge Ferrari ruled the search of the Ravenna office unlawful. | Judge Ferrari ruled the search of the Ravenna office lawful.
none | The refinery at Jazan can process 400,000 barrels a day. | The refinery at Yanbu can process 250,000 barrels a day.
none | Ryanair cancelled 320 flights because of the strike. | Ryanair carried 16.2 million passengers in May.
none | Annual inflation in Ghana eased to 23.2% in January. | Food inflation in Ghana eased to 27.1% in January.
none | Chile's copper output fell 4% in March, the statistics office said. | Chile's copper exports fell 9% in March, the statistics office said.
none | The Lewes hospital has 190 beds. | The Lewes hospital has 640 nurses.
none | Toyota halted production at 14 plants in Japan. | Toyota halted sales of three models in Japan.
none | Ms Ibarra's landlord was fined £4,000. | Ms Ibarra's lawyer asked for £9,000.
none | Mayor Lindholm approved the Kista tower. | Mayor Lindholm did not attend the opening of the Kista library.
none | Three firefighters were hurt in the Lahaina fire. | The Lahaina fire destroyed 2,200 buildings.
none | Pfizer may stop the trial in Osaka. | Pfizer has not stopped the trial in Osaka.
none | Turnout in the Thuringia election was 73.6%. | The Greens won 3.2% in the Thuringia election.
none | Wages in Slovakia rose 9.7% in the first quarter of 2024. | Wages in Slovakia rose 4.2% in the first quarter of 2019.
none | A ferry with 90 passengers sank off Sulawesi on Tuesday. | A ferry with 140 passengers sank off Java in 2018.
none | The bridge at Remagen was closed to lorries. | The bridge at Remagen was opened in 1918.
none | Nurses in Lagos earn 120,000 naira a month. | Doctors in Lagos earn 350,000 naira a month.
none | Judge Ferrari sentenced the accountant to four years in prison. | Judge Ferrari sentenced the driver to six years in prison.
none | The council said the pool would reopen in May. | The council said the library would close in May.
none | Lindt sold 12% more chocolate in Brazil. | Lindt sold 3% less chocolate in Japan.
none | The Kremlin said the drone was shot down over Belgorod. | The Kremlin said the drone was shot down over Kursk.
none | Iberia is buying 20 aircraft from Airbus for its Atlantic routes. | Iberia is selling 12 aircraft to Wamos.
none | The factory in Łódź was opened by the queen. | The factory in Łódź closed its canteen.
none | Hamburg's port handled 7.7 million containers last year. | Hamburg's port handled 114 million tonnes of goods last year.
none | The fire in Valparaíso was started by a faulty cable, investigators said. | Firefighters stopped the fire in Valparaíso after two days.
none | Samsung will cut 1,200 jobs in Texas. | Samsung will create 3,000 jobs in Texas by 2030.
none | The defendant, Mr Osei, did not give evidence. | The defendant's brother, Mr Osei, gave evidence.
none | Spain won the final in Berlin in July. | Spain lost the final in Vienna in 1964.
none | The union accepted the offer from Deutsche Bahn. | The union rejected an offer from Lufthansa.
none | Rents in Dublin rose 8% last year. | Rents in Dublin rose 5% in the third quarter.
none | The mayor of Nantes bought the painting for €40,000. | The mayor of Nantes sold a house for €410,000.
none | The airline said all 62 passengers survived. | The airline said 9 crew survived.
none | Norway's wealth fund bought a 5% stake in the wind farm off Jutland. | Norway's wealth fund bought a 9% stake in the port of Kalundborg.
none | Heart attacks killed 640 women in Malmö in 2021. | Heart attacks killed 910 men in Malmö in 2021.
none | The Lyon trial was halted on Tuesday. | The Lyon trial began on Monday.
none | Police released two of the five suspects held in Cork. | Police arrested five suspects in Cork.
none | Temperatures in Seville will reach 43C on Friday. | Temperatures in Seville reached 39C on Tuesday.
none | Shell's profit rose to $9.6bn in the first quarter. | Shell's profit for the whole of 2022 was $40bn.
differs | The hospital in Rafah received 31 bodies on Sunday, its director said. | The hospital in Rafah received 22 bodies on Sunday, the ministry said. [director>ministry] [2024-04-21>2024-04-21]
differs | Organisers said 200,000 people marched through Belgrade on Saturday; police put the crowd at 107,000. | Police said 107,000 people marched through Belgrade on Saturday. [organisers>police] [2025-03-15>2025-03-15]
differs | The EU will pay Tunisia €105m to curb migration. | The EU will pay Tunisia €150m to curb migration, a diplomat said. [->diplomat]
differs | The avalanche near Zermatt buried nine skiers. | The avalanche near Zermatt buried six skiers, rescuers said. [->rescuers] [2024-03-10>2024-03-10]
updates | The toll from the train crash near Tempi stands at 57, the coroner said. | The toll from the train crash near Tempi stood at 43, the fire service said. [coroner>fire] [2023-03-03>2023-03-01]
updates | Some 48 countries have now signed the Artemis accords. | Some 36 countries have signed the Artemis accords. [2024-12-11>2024-02-28]
repeats | The strait of Messina bridge will be built by Webuild, the transport minister said. | Webuild will build the strait of Messina bridge, the transport minister said. [tm>tm]
contradicts | The airline did not refuse the passengers water, its spokesman said. | The airline refused the passengers water, travellers on the Lagos flight said. [spokesman>travellers]
contradicts | Renzi will back the budget, his party said. | Renzi will oppose the budget, his party said. [party>party]
supports | Investigators in Busan also blame a short circuit for the blaze. | A short circuit caused the blaze in Busan, the fire chief said. [investigators>chief]
`);
