import type { ClaimRelation } from '../../lib/model/claim.ts';

/** A statement read now and an earlier one, with the relation a careful reader would name; null where none. */
export interface Pair {
  readonly now: string;
  readonly before: string;
  readonly relation: ClaimRelation | null;
  readonly speakers: readonly [now: string | null, before: string | null];
  readonly days: readonly [now: string | null, before: string | null];
}

/**
 * Written as `relation | now | before`, with options in brackets at the end: `[a>b]` names both speakers (`-` for none)
 * and `[2021-03-02>2021-02-01]` both days. Without them: no speakers, and days a month apart.
 */
export function readPairs(table: string): Pair[] {
  return table
    .trim()
    .split('\n')
    .map((line): Pair => {
      const options = [...line.matchAll(/\[([^\]>]*)>([^\]]*)\]/gu)];
      const [relation = '', now = '', before = ''] = line
        .replaceAll(/\s*\[[^\]>]*>[^\]]*\]/gu, '')
        .split('|')
        .map((part) => part.trim());
      const isDay = (text: string | undefined): boolean => /^\d{4}/u.test(text ?? '');
      const days = options.find((option) => isDay(option[1]));
      const speakers = options.find((option) => !isDay(option[1]));
      const orNull = (text: string | undefined): string | null => (text === undefined || text === '-' ? null : text);
      return {
        now,
        before,
        relation: relation === 'none' ? null : (relation as ClaimRelation),
        speakers: [orNull(speakers?.[1]), orNull(speakers?.[2])],
        days: [days?.[1] ?? '2023-05-10', days?.[2] ?? '2023-04-10'],
      };
    });
}

/** The pairs by which the thresholds were set. */
export const tuningPairs = readPairs(`
differs | About 30 percent of the oil and gas produced in Russia is sold to China. | China buys 20 percent of the oil and gas that Russia produces.
differs | Storms in Brittany killed 61 people in 2019. | Storms in Brittany killed 48 people in 2019.
differs | The Harlow plant employs 1,400 people. | The Harlow plant employs 1,150 people.
differs | Some 12,000 people marched through Leipzig on Saturday. | Police said 5,000 people marched through Leipzig.
differs | The stadium in Kumasi cost $38 million to build. | The stadium in Kumasi cost $52 million to build.
differs | Unemployment in Spain was 12.9 per cent in March. | Unemployment in Spain was 13.4 per cent in March.
differs | One in five children in Wales lives in poverty. | A third of children in Wales live in poverty.
differs | The dam at Merowe will displace 50,000 people. | The dam at Merowe will displace 70,000 people. [-> -]
differs | The ministry put the harvest in Punjab at 17 million tonnes. | The union estimated the harvest in Punjab at 14.5 million tonnes.
differs | Norland Bank lost £240m on the loans. | Norland Bank lost £310m on the loans.
differs | The trial enrolled 3,200 patients. | The Oxford trial enrolled 2,800 patients.
differs | The tower in Dubai is 310 metres high. | The tower in Dubai is 287 metres high.
differs | Ghana exports 800,000 tonnes of cocoa a year. | Ghana exports 950,000 tonnes of cocoa a year.
differs | The council spends 42% of its budget on social care. | The council spends 55% of its budget on social care.
differs | The bridge carries 18,000 vehicles a day. | The bridge carries 26,000 vehicles a day.
differs | Half of the teachers in Ohio plan to quit. | A quarter of teachers in Ohio plan to quit.
differs | Pollution kills 40,000 people a year in Britain. | Pollution kills 28,000 people a year in Britain.
differs | Inflation in Kenya was 6.8 per cent in June 2022. | Inflation in Kenya was 7.9 per cent in June 2022.
differs | The festival sold 90,000 tickets. | The Roskilde festival sold 71,000 tickets.
differs | The company has 212 shops in England. | The company has 190 shops in England.
differs | Tesla delivered 310,000 cars in the first quarter of 2022. | Tesla delivered 290,000 cars in the first quarter of 2022.
updates | The death toll from the Aleppo quake has risen to 5,400. | The death toll from the Aleppo quake stood at 3,700. [2023-02-09>2023-02-07]
updates | At least 64 people were killed in the Lahore fire. | At least 41 people were killed in the Lahore fire. [2021-06-03>2021-06-02]
updates | Ebola has infected 512 people in Kivu, and 300 deaths have been reported. | Ebola has infected 480 people in Kivu. [2019-01-20>2019-01-05]
updates | Police have arrested 83 people over the riots in Malmö. | Police have arrested 51 people over the riots in Malmö. [2022-04-19>2022-04-17]
updates | Unemployment in Spain was 12.9 per cent in March 2023. | Unemployment in Spain was 13.4 per cent in January 2023.
updates | Floods have displaced 92,000 people in Assam. | Floods have displaced 60,000 people in Assam. [2022-06-21>2022-06-18]
updates | The fund now holds $4.1 billion for Ukraine. | The fund holds $3.2 billion for Ukraine. [2023-06-01>2023-01-15]
updates | The petition against the Brent Cross tower has reached 38,000 signatures so far. | The petition against the Brent Cross tower has 21,000 signatures. [2022-03-09>2022-03-01]
updates | The number of confirmed cases in Lombardy rose to 1,820. | Lombardy had 1,254 confirmed cases. [2020-03-04>2020-03-02]
updates | Vale revised the number of missing in Brumadinho to 270 people. | Vale gave the number of missing in Brumadinho as 300 people. [2019-02-02>2019-01-27]
updates | The company's debt has climbed to €9.4bn, Siemag said. | Siemag's debt was €7.1bn. [2023-02-01>2022-02-01]
updates | Wildfires in Alberta have burned 1.2 million hectares so far. | Wildfires in Alberta have burned 700,000 hectares. [2023-06-05>2023-05-20]
none | Floods displaced 92,000 people in Assam. | Floods displaced 60,000 people in Sindh.
none | The Harlow plant employs 1,400 people. | The Dundee plant employs 1,150 people.
none | Inflation in Ghana was 22 per cent in May. | Inflation in Kenya was 7.9 per cent in May.
none | Sales rose 12% at Halden Foods. | Sales at Halden Foods were £12m.
none | Profit at Meridian fell 8 per cent to £40m. | Revenue at Meridian was £310m.
none | Ghana produces 800,000 tonnes of cocoa a year. | Ghana imports 950,000 tonnes of rice a year.
none | Police arrested 83 people in Malmö. | Fire killed 12 people in Malmö.
none | The bank will cut 1,200 jobs in Leeds. | The bank will cut fees for 1,900 customers in Leeds.
none | The minister spoke for 40 minutes. | The minister arrived 20 minutes late.
none | Nigeria has 36 states. | Nigeria has 220 million people.
none | The project will take three years. | The project was delayed by two years.
none | China holds $860 billion of US Treasury bonds. | Japan holds $1.1 trillion of US Treasury bonds.
none | Women hold 34% of seats in the Dublin parliament. | Women hold 12% of board seats at Dublin companies.
none | Turnout in Manila was 61%. | Turnout in Manila among the young was 35%.
none | Rents in Berlin rose by 9% last year. | Wages in Berlin rose by 3% last year.
none | The earthquake killed 120 people. | The earthquake injured 450 people.
none | 14 people died on the A9 in 2019. | 22 people died on the A9 in 2012.
none | About 1,900 Americans left Cairo. | About 1,900 workers left Suez.
repeats | The ministry said that the bridge would open in June. | The ministry said the bridge would open in June.
repeats | “We will not pay a single euro for this wall,” said Marta Ruiz. | Marta Ruiz has said: “We will not pay a single euro for this wall.” [ruiz>ruiz]
repeats | Russia and China signed a strategic partnership in Beijing. | China and Russia signed a strategic partnership in Beijing. [->-]
repeats | The court in Lagos acquitted Adeyemi of all charges on Friday. | The court in Lagos acquitted Adeyemi of all charges.
repeats | It was the first time that Ghana had won the title. | It was the first time Ghana had won the title.
repeats | Wang said the friendship was “as solid as a rock and getting stronger”. | The friendship is “as solid as a rock and getting stronger”, Wang told reporters. [wang>wang]
repeats | The reactor at Flamanville was shut down after a leak. | After a leak the reactor at Flamanville was shut down.
repeats | Nokia will close its factory in Cluj next spring. | Nokia will close its factory in Cluj next spring, the company said.
repeats | The new runway at Gatwick was approved by the government. | The government approved the new runway at Gatwick.
repeats | Denmark abolished the tax on saturated fat. | Denmark has abolished its tax on saturated fat.
repeats | The harvest in Punjab was 17 million tonnes this year, the ministry said. | The ministry said the harvest in Punjab was 17 million tonnes this year. [ministry>ministry]
repeats | Mbeki said that he “had nothing to hide from the commission”. | “I had nothing to hide from the commission,” Mbeki said. [mbeki>mbeki]
repeats | Only four of the 28 members voted for the treaty in Brussels. | Only four of 28 members voted for the treaty in Brussels.
supports | The Oslo institute also found that glaciers in Tibet are melting faster. | Glaciers in Tibet are melting faster, according to researchers in Lanzhou. [oslo>lanzhou]
supports | The inspectors confirmed that the pipeline at Kaduna had been leaking since March. | Residents said the pipeline at Kaduna had been leaking since March. [inspectors>residents]
supports | NATO estimates that 190,000 Russian troops are at the border. | Kyiv says 190,000 Russian troops stand at the border. [nato>kyiv]
supports | The union, too, puts the number of jobs lost in Gdansk at 4,000. | Management said 4,000 jobs were lost in Gdansk. [union>management]
supports | According to the coroner, the brakes of the Alton bus had failed. | A mechanic said the brakes of the Alton bus had failed. [coroner>mechanic]
supports | Some 30 per cent of Kenya's power comes from geothermal plants. | Geothermal plants produce 30 per cent of the power in Kenya. [iea>kengen]
contradicts | China did not ask Russia to delay the invasion. | China asked Russia to delay the invasion.
contradicts | The company denied that it had dumped waste in the Ganges. | The company had dumped waste in the Ganges.
contradicts | Petrov said he had never met the banker in Riga. | Petrov met the banker in Riga.
contradicts | The bridge at Riverton is not safe, engineers said. | The bridge at Riverton is safe, engineers said.
contradicts | Turkey opposes Sweden's entry into NATO. | Turkey supports Sweden's entry into NATO.
contradicts | Hallam said that the factory in Corby would close. | Hallam said that the factory in Corby would not close. [hallam>hallam]
contradicts | The senator voted against the Clean Water bill. | The senator voted for the Clean Water bill.
contradicts | Exports to Japan fell last year. | Exports to Japan rose last year.
contradicts | The jury found Marchetti guilty of fraud. | The jury found Marchetti innocent of fraud.
contradicts | Iran rejected the inspectors' proposal in Vienna. | Iran accepted the inspectors' proposal in Vienna.
contradicts | The Lagos port was closed during the strike. | The Lagos port was open during the strike.
contradicts | “We never received any warning from the agency,” Duarte said. | Duarte said they received a warning from the agency. [duarte>duarte]
contradicts | The vaccine was not tested on children in Peru. | The vaccine was tested on children in Peru.
contradicts | The treaty does not allow France to veto the budget. | The treaty allows France to veto the budget.
none | Turkey may not support Sweden's entry into NATO. | Turkey supports Sweden's entry into NATO.
none | Exports to Japan fell. | Imports from Japan rose.
none | The bank opened a branch in Perth. | The bank closed a branch in Hobart.
none | Russia did not attack Georgia in 2014. | Russia attacked Ukraine in 2014.
none | The club will not sell Prince to Everton. | The club will sell Okafor to Everton.
none | The mayor of Lyon supports the tram. | The mayor of Nice opposes the tram.
none | Police said no one was hurt in the Bradford crash. | Police said two men were charged after the Bradford crash.
none | Kenya raised fuel taxes. | Uganda cut fuel taxes.
none | The minister did not answer questions about the Nairobi contract. | The minister answered questions about the Mombasa contract.
none | France voted against the resolution in 2003. | France voted for the resolution in 2019.
none | Israel attacked Iran. | Iran attacked Israel.
none | Smith accused Jones of lying. | Jones accused Smith of lying.
none | The drug reduces the risk of stroke. | The drug raises the price of treatment.
none | Apple did not comment on the Irish ruling. | Apple welcomed the Irish ruling.
none | The team won in Madrid on Saturday. | The team lost in Seville on Saturday.
none | Wang said China would send aid to Ukraine. | Wang said China would send envoys to Africa.
none | The president visited Kyiv. | The president left Kyiv for Warsaw.
none | He was born in Accra and studied law in Leeds. | She was born in Lima and studied music in Rome.
none | The strike at Rotterdam ended on Monday. | The strike at Antwerp began on Monday.
none | The court will hear the appeal in June. | The court dismissed the appeal in January.
none | The airline ordered 50 jets from Airbus. | The airline ordered 30 jets from Boeing.
none | The Fed raised rates by half a point. | The Fed held rates in June.
none | The minister supports nuclear power. | The minister opposes the new motorway.
none | Hospitals in Leeds have 400 beds free. | Hospitals in Leeds have 120 nurses off sick.
none | The storm cut power to 80,000 homes in Cork. | The storm damaged 300 homes in Cork.
none | Brazil's forest lost 11,000 square km in 2020. | Brazil's forest lost 8,000 square km in 2022.
none | The party won 34% of the vote in Bavaria. | The party won 34 seats in Bavaria.
none | Ford sold 4.2 million vehicles. | Ford recalled 1.1 million vehicles.
none | Australia's wheat exports were worth A$9bn. | Australia's coal exports were worth A$60bn.
none | More than 200 schools in Natal were under water. | More than 120 schools in Natal were without teachers.
none | The council fined Lidl £20,000. | The council fined Aldi £8,000.
none | The museum received 1.2 million visitors. | The museum received a gift of £1.2 million.
none | The survey of 2,000 adults found 40% against. | The survey of 1,000 adults found 40% undecided.
none | Voters in Maine approved the measure on pensions. | Voters in Maine rejected the measure on guns.
none | Zuma was not present at the Durban meeting. | Zuma was present at the Pretoria meeting.
none | Shell will stop drilling in Sakhalin. | Exxon will start drilling in Sakhalin.
none | The king did not sign the decree on water. | The king signed the decree on schools.
`);

/** Written after the rules and their thresholds, to prove them. */
export const proofPairs = readPairs(`
differs | The Antwerp refinery processes 310,000 barrels of crude a day. | The Antwerp refinery processes 360,000 barrels of crude a day.
differs | Nearly 40% of Finns want to keep the euro. | 62% of Finns want to keep the euro.
differs | The Nile dam holds 74 billion cubic metres of water. | The Nile dam holds 49 billion cubic metres of water.
differs | The merger will cost 2,300 jobs in Dortmund, the union says. | The merger will cost 900 jobs in Dortmund, the company says.
differs | Organisers said 30,000 runners took part in the Porto marathon. | Officials said 22,000 runners took part in the Porto marathon.
differs | Two-thirds of farmers in Bihar have no insurance. | Half of farmers in Bihar have no insurance.
differs | The opera house in Bergen will cost 1.2 billion kroner. | The opera house in Bergen will cost 800 million kroner.
differs | Hydropower supplies 71 per cent of the electricity used in Quito. | Hydropower supplies 58 per cent of the electricity used in Quito.
differs | The Lisbon metro carries 500,000 passengers a day. | The Lisbon metro carries 430,000 passengers a day.
differs | The army has 90,000 soldiers in Mali. | The army has 60,000 soldiers in Mali.
differs | The Treasury expects the Scottish levy to raise £220m. | The Scottish levy will raise £140m, the Treasury expects.
differs | Smoking costs the Danish health service €1.1bn a year. | Smoking costs the Danish health service €700m a year.
differs | Tourists spent $3.4 billion in Jamaica in 2019. | Tourists spent $2.9 billion in Jamaica in 2019.
differs | The Thames barrier has closed 209 times. | The Thames barrier has closed 176 times.
differs | The Aral reserve is home to 1,500 saiga antelopes. | The Aral reserve is home to 4,000 saiga antelopes.
differs | Turnout in Zagreb was 47 per cent. | Turnout in Zagreb was 52 per cent.
differs | The Hamburg port handled 8.7 million containers in 2021. | The Hamburg port handled 9.3 million containers in 2021.
differs | The fire in Chania burned 4,000 hectares of forest. | The fire in Chania burned 6,500 hectares of forest.
differs | Arsenic was found in 18 wells in Comilla. | Arsenic was found in 45 wells in Comilla.
differs | A nurse in Manila earns $290 a month. | A nurse in Manila earns $410 a month.
differs | Steel makers emit 7 per cent of the carbon dioxide of Japan. | Steel makers emit 14 per cent of the carbon dioxide of Japan.
differs | The Bolivian salt flats hold 21 million tonnes of lithium. | The Bolivian salt flats hold 9 million tonnes of lithium.
differs | The company paid its chief executive, Dana Holt, £4.6m. | The company paid its chief executive, Dana Holt, £3.1m.
differs | Only 12% of judges in Georgia are women. | Some 29% of judges in Georgia are women.
differs | The wind farm off Gotland will have 60 turbines. | The wind farm off Gotland will have 85 turbines.
updates | The number of dead in the Morandi bridge collapse rose to 43. | The number of dead in the Morandi bridge collapse was 38. [2018-08-19>2018-08-15]
updates | At least 230 people have been killed in the Jakarta riots. | At least 180 people had been killed in the Jakarta riots. [1998-05-17>1998-05-15]
updates | Measles has now infected 940 children in Samoa. | Measles has infected 610 children in Samoa. [2019-11-20>2019-11-10]
updates | Police in Minsk have detained 7,000 protesters. | Police in Minsk detained 3,000 protesters. [2020-08-13>2020-08-10]
updates | The eruption in La Palma has destroyed 1,280 buildings so far. | The eruption in La Palma has destroyed 650 buildings. [2021-10-12>2021-09-29]
updates | Inflation in Turkey was 38 per cent in June 2023. | Inflation in Turkey was 43 per cent in April 2023.
updates | More than 600,000 people have fled Khartoum. | More than 200,000 people have fled Khartoum. [2023-05-20>2023-05-01]
updates | The appeal for Haiti has now raised £58m. | The appeal for Haiti has raised £31m. [2010-02-01>2010-01-19]
updates | The number of missing after the Derna flood has climbed to 10,100. | The number of missing after the Derna flood was 5,300. [2023-09-15>2023-09-12]
updates | Unemployment in Ohio fell to 4.1 per cent in August 2021. | Unemployment in Ohio was 5.6 per cent in March 2021.
updates | Cholera cases in Lusaka have reached 9,500. | Cholera cases in Lusaka numbered 3,900. [2024-01-12>2024-01-02]
updates | The company now expects the Severn tunnel to cost £2.9bn. | The company expects the Severn tunnel to cost £2.1bn. [2022-03-01>2020-06-01]
updates | The casualties of the Odesa strike rose to 21 dead. | The Odesa strike left 14 dead. [2024-03-16>2024-03-15]
updates | The vaccine has now been given to 5.2 million people in Chile. | The vaccine was given to 3.1 million people in Chile. [2021-03-20>2021-02-25]
repeats | The European Central Bank left interest rates unchanged. | The European Central Bank has left interest rates unchanged.
repeats | The mayor of Porto announced that the trams would be free from May. | The mayor of Porto has announced that trams will be free from May.
repeats | “I have nothing more to add to my resignation letter,” Osei said. | In Kumasi on Tuesday, Osei said: “I have nothing more to add to my resignation letter.” [osei>osei]
repeats | It is the only country in Europe that has never held a referendum. | It is the only country in Europe never to have held a referendum.
repeats | The ferry Sewol sank off the island of Jindo in April 2014. | In April 2014 the ferry Sewol sank off the island of Jindo.
repeats | Kepler described the deal as “a bad bargain for every taxpayer in Austria”. | “A bad bargain for every taxpayer in Austria” is how Kepler described the deal. [kepler>kepler]
repeats | The parliament in Tbilisi passed the law on foreign agents. | The parliament in Tbilisi has passed the foreign agents law.
repeats | Samsung recalled the phone after batteries caught fire. | Samsung recalled the phone after its batteries caught fire.
repeats | Germany shut its last three nuclear reactors in April. | Germany has shut its last three nuclear reactors in April.
repeats | Delhi and Islamabad agreed to reopen the border crossing at Wagah. | Islamabad and Delhi have agreed to reopen the border crossing at Wagah.
repeats | The painting was stolen from a museum in Ghent in 1934. | The painting was stolen from a Ghent museum in 1934.
repeats | Musa said his party “will not sit in a cabinet of thieves”. | “We will not sit in a cabinet of thieves,” Musa said. [musa>musa]
repeats | The harbour at Tema was closed for repairs. | The harbour at Tema has been closed for repairs.
repeats | The high court ruled the detention of Wanjiru unlawful. | The high court has ruled that the detention of Wanjiru was unlawful.
supports | According to satellite images, the runway at Hostomel was destroyed. | Ukrainian officers said the runway at Hostomel was destroyed. [maxar>kyiv]
supports | The auditors found that the Mombasa contract was signed without a tender. | A whistleblower said the Mombasa contract was signed without a tender. [auditors>whistle]
supports | Greenpeace estimates that the tanker spilled 4,000 tonnes of oil off Mauritius. | The coastguard said the tanker spilled 4,000 tonnes of oil off Mauritius. [greenpeace>coastguard]
supports | The World Bank says 45 per cent of Malians live in poverty. | Some 45 per cent of Malians live in poverty, the government said. [wb>gov]
supports | Witnesses said that soldiers opened fire on the crowd in Conakry. | A doctor said soldiers opened fire on the crowd in Conakry. [witnesses>doctor]
supports | The pilots' union says the Boeing sensor was faulty before the flight. | Investigators said the Boeing sensor was faulty before the flight. [union>investigators]
supports | The charity puts the number of homeless people in Dublin at 13,000. | The ministry puts the number of homeless people in Dublin at 13,000. [charity>ministry]
supports | Residents confirmed that the well in Flint had been contaminated with lead. | A professor said that the well in Flint had been contaminated with lead. [residents>professor]
contradicts | Boeing did not know about the faulty sensor. | Boeing knew about the faulty sensor.
contradicts | Ruto said that he would not raise the tax on bread. | Ruto said that he would raise the tax on bread. [ruto>ruto]
contradicts | The minister never signed the Tema contract, his lawyer said. | The minister signed the Tema contract.
contradicts | Sales of diesel cars in Norway rose in May. | Sales of diesel cars in Norway fell in May. [2023-06-10>2023-06-02]
contradicts | Hungary supports the embargo on Russian oil. | Hungary opposes the embargo on Russian oil.
contradicts | The pipeline at Druzhba is open. | The pipeline at Druzhba is closed.
contradicts | The senate in Manila approved the cannabis bill. | The senate in Manila blocked the cannabis bill.
contradicts | The police did not fire tear gas in Hebron. | Police fired tear gas in Hebron.
contradicts | The court cleared Benitez of bribery. | The court found Benitez guilty of bribery.
contradicts | Kim denied that he had paid the referee. | Kim paid the referee.
contradicts | Denmark voted against the fishing quota in Brussels. | Denmark voted for the fishing quota in Brussels.
contradicts | The water in Walkerton is unsafe to drink. | The water in Walkerton is safe to drink.
contradicts | Uber will leave the Slovak market. | Uber will not leave the Slovak market.
contradicts | The committee banned the Saint Denis march. | The committee allowed the Saint Denis march.
contradicts | “The tapes were not destroyed,” Novak said. | Novak said that the tapes were destroyed. [novak>novak]
contradicts | The glacier at Morteratsch grew last year. | The glacier at Morteratsch shrank last year.
contradicts | Ethiopia was not consulted about the Nile treaty. | Ethiopia was consulted about the Nile treaty.
contradicts | The vaccine is legal in Texas. | The vaccine is illegal in Texas.
none | Boeing did not know about the faulty sensor. | Airbus knew about the faulty valve.
none | Denmark voted against the fishing quota. | Denmark voted for the dairy subsidy.
none | The Hamburg port handled 8.7 million containers. | The Rotterdam port handled 14.5 million containers.
none | Tourists spent $3.4 billion in Jamaica. | Tourists spent $2.9 billion in Barbados.
none | Smoking costs the Danish health service €1.1bn. | Obesity costs the Danish health service €700m.
none | The fire in Chania burned 4,000 hectares of forest. | The fire in Chania burned for four days.
none | A nurse in Manila earns $290 a month. | A teacher in Manila earns $410 a month.
none | A nurse in Manila earns $290 a month. | A nurse in Cebu earns $210 a month.
none | The metro carries 500,000 passengers a day. | The metro has 56 stations.
none | 62% of Finns want to keep the euro. | 40% of Finns speak Swedish.
none | 62% of Finns want to keep the euro. | 48% of Swedes want to keep the krona.
none | The Nile dam holds 74 billion cubic metres of water. | The Nile dam cost 5 billion dollars.
none | Two-thirds of farmers in Bihar have no insurance. | Half of farmers in Bihar own no land.
none | The merger will cost 2,300 jobs. | The merger will cost €300m.
none | The opera house in Bergen opened in 1990. | The opera house in Oslo closed in 2008.
none | Turnout in Zagreb was 47 per cent. | Support for the mayor of Zagreb was 52 per cent.
none | The army has 90,000 soldiers in Mali. | The army has 600 tanks in Mali.
none | The senate approved the cannabis bill. | The senate blocked the prison bill.
none | Sales of diesel cars in Norway rose. | Sales of electric cars in Norway fell.
none | Sales of diesel cars in Norway rose in 2015. | Sales of diesel cars in Norway fell in 2021.
none | The glacier at Morteratsch shrank by 40 metres. | The glacier at Aletsch shrank by 60 metres.
none | Kim denied that he had paid the referee. | Kim paid his taxes in Seoul.
none | Ruto said he would raise the tax on bread. | Ruto said he would cut the tax on fuel. [ruto>ruto]
none | Hungary supports the embargo. | Hungary opposes the pact on migration.
none | The court cleared Benitez of bribery. | The court found Gomez guilty of bribery.
none | Uber may leave the Slovak market. | Uber will leave the Slovak market.
none | Ethiopia was consulted about the Nile treaty. | Sudan was not consulted about the Nile treaty.
none | Police fired tear gas in Hebron. | Police did not fire live rounds in Hebron.
none | France defeated Croatia in Moscow. | Croatia defeated England in Moscow.
none | Tunisia exports olive oil to Italy. | Italy exports olive oil to Tunisia.
none | Mrs Holt chairs the board. | Mr Holt left the board.
none | The company paid Dana Holt £4.6m. | The company paid a fine of £3.1m.
none | The eruption destroyed 1,280 buildings. | The eruption closed the airport for 12 days.
none | Measles infected 940 children in Samoa. | Measles killed 32 children in Samoa.
none | Police in Minsk detained 7,000 protesters. | Police in Moscow detained 3,000 protesters.
none | Inflation in Turkey was 38 per cent. | Interest rates in Turkey were 15 per cent.
none | Unemployment in Ohio fell by 0.3 percentage points. | Unemployment in Ohio was 4.1 per cent.
none | Unemployment in Ohio was 4.1 per cent. | Youth unemployment in Ohio was 11 per cent.
none | Revenue at Nokia rose 6 per cent. | Costs at Nokia rose 9 per cent.
none | The appeal for Haiti raised £58m. | The appeal for Nepal raised £31m.
none | The ferry Sewol sank off Jindo. | The ferry Estonia sank in the Baltic.
none | The mayor of Porto opened the new tram line. | The mayor of Porto closed the meeting.
none | Samsung recalled the phone. | Samsung recalled its ambassador for the Olympic torch.
none | Germany shut its last reactors in April. | Germany opened a gas terminal in December.
none | The painting was stolen in Ghent. | The painting was restored in Ghent.
none | Musa won the primary in Kano. | Musa lost his temper in Kano.
none | The vaccine was given to 5.2 million people in Chile. | The vaccine was given to 3.1 million people in Peru.
none | The World Bank lent Mali $45m. | The World Bank says 45 per cent of Malians live in poverty.
none | The tanker spilled 4,000 tonnes of oil off Mauritius. | The tanker carried 200,000 tonnes of iron ore to Brazil.
none | The auditors found no tender for the Mombasa contract. | The auditors found a surplus in the Kisumu accounts.
none | “We lost,” said Paris. | “We won,” said London. [paris>london]
none | The king is not in Madrid. | The king was in Madrid in 1981.
none | The bridge will open in June 2024. | The bridge was closed in June 2021.
none | The Bank of England raised its rate to 2.25%. | The Bank of England forecast growth of 0.3%.
none | Chile won 3-1 in Santiago. | Chile lost 2-0 in Lima.
none | The firm employs 14,300 people at 212 shops. | The firm employs 200 apprentices.
none | The average house in Leeds costs £240,000. | The house in Leeds sold for £1.2m.
none | The tribunal sat for 40 days. | The tribunal heard 61 witnesses.
none | The plant made 9,000 cars in May 2019. | The plant made 7,000 engines in May 2019.
none | India won gold in the javelin. | India won silver in the hockey.
none | Nine of 15 judges voted for the petition. | Six of nine councillors voted against the budget.
none | Spain's population fell to 46 million. | Spain received 83 million tourists.
none | More than 600,000 people fled Khartoum. | More than 600 people died in Khartoum.
none | Ahmed Salah was arrested in Cairo. | Ahmed Salah was not arrested in 2011, when his brother was.
none | The ministry will not publish the names of the Suez pilots. | The ministry will publish the minutes of the Suez inquiry.
none | The club signed Okafor for €40m. | The club sold Okafor's brother for €12m.
none | Sweden closed its embassy in Kabul. | Norway closed its embassy in Damascus.
none | The report on Grenfell runs to 1,700 pages. | The report on Hillsborough runs to 389 pages.
none | Women earn 14% less than men in Austria. | Women hold 40% of seats in Austria.
none | About 3,000 people attended the Oslo vigil. | About 3,000 homes in Oslo lost power.
`);

/** In the length and manner of news, written last. */
export const newsPairs = readPairs(`
none | Police in Skelby arrested 20 people on 2 January. | Police in Skelby arrested 14 people on Saturday. [2024-03-11>2024-03-10]
none | Sales at Norvane rose 3 per cent in the first quarter of 2024. | Sales at Norvane rose 12 per cent in 2022. [2024-05-11>2023-03-10]
none | Norvane lost £90m the year before. | Norvane lost £312m last year. [2024-03-11>2024-03-10]
none | The army said it had not yet taken all of Turva. | The army said it had taken Turva. [2024-03-11>2024-03-10]
differs | The International Energy Agency estimates that Russia earned about $19 billion from oil exports in April, despite the price cap agreed by the Group of Seven. | Russia earned $15 billion from oil exports in April, according to the Kyiv School of Economics. [iea>kse]
differs | Like-for-like sales at the Leeds-based grocer were down 3.1 per cent in the 12 weeks to 5 January. | Like-for-like sales at the Leeds-based grocer were down 2.4 per cent in the 12 weeks to 5 January, according to Kantar.
differs | The inquiry heard that 42 residents had complained about the Ballymore boilers before the fire. | Only 17 residents had complained about the Ballymore boilers before the fire, the landlord says.
differs | The Harrowgate reservoir, which supplies the city, was 61% full on Tuesday. | The Harrowgate reservoir was 48% full, the water company said on Tuesday. [2022-08-16>2022-08-16]
none | Some 4,200 people work at the yard in Gdynia, and 300 of them are welders. | The yard in Gdynia delivered 12 ships last year, 4 of them tankers.
updates | At least 57 people are now known to have died in the floods in Valencia, the regional government said on Thursday. | At least 31 people are known to have died in the floods in Valencia, the regional government said on Wednesday. [2024-10-31>2024-10-30]
updates | The authorities in Maui have so far identified 45 victims of the Lahaina fire. | The authorities in Maui have identified 22 victims of the Lahaina fire. [2023-08-25>2023-08-20]
updates | The search for survivors in Antakya has been called off, with the number of dead now put at 21,900. | The number of dead in Antakya was put at 18,400. [2023-02-15>2023-02-13]
repeats | “There is no plan, and there never was a plan, to sell the hospital,” the health minister, Ines Duarte, told parliament. | Ines Duarte, the health minister, told parliament: “There is no plan, and there never was a plan, to sell the hospital.” [duarte>duarte]
repeats | The Constitutional Court in Libreville has rejected all appeals against the result of the presidential election. | All appeals against the result of the presidential election were rejected by the Constitutional Court in Libreville.
supports | Two former employees told the newspaper that the Lindholm laboratory had stored samples without permission. | A regulator has confirmed that the Lindholm laboratory had stored samples without permission. [paper>regulator]
contradicts | The company did not inform the regulator of the leak in Grangemouth, documents show. | The company informed the regulator of the leak in Grangemouth, its chief executive said.
contradicts | The general said that his troops had not crossed the river into Kherson. | The general said that his troops had crossed the river into Kherson. [general>general]
contradicts | Mr Okello has never held shares in the Mombasa terminal, his spokesman said on Friday. | Mr Okello has held shares in the Mombasa terminal.
none | The general said that his troops had crossed the river into Kherson. | The general said that his troops had not suffered losses in Kherson. [general>general]
none | The company did not inform the regulator of the leak in Grangemouth. | The company informed the regulator of its new chairman in March.
none | The minister told parliament that the hospital in Faro would get 40 new beds. | The minister told parliament that the hospital in Faro would get a new director. [duarte>duarte]
none | The Constitutional Court in Libreville rejected all appeals against the result. | The Constitutional Court in Libreville swore in the new president.
none | At least 57 people died in the floods in Valencia. | At least 57 schools in Valencia were closed.
none | About 270 inspectors from 80 countries work for the agency in Vienna. | The agency in Vienna has inspected 40 sites in Iran.
none | The Harrowgate reservoir was 61% full on Tuesday. | The Elan reservoir was 48% full on Tuesday.
none | Prices at the Mombasa auction slipped to $1.92 a kilogramme. | Prices at the Colombo auction rose to $3.10 a kilogramme.
none | Russia earned $19 billion from oil exports in April. | Russia earned $11 billion from gas exports in April.
none | Sales at the Leeds-based grocer fell 3.1 per cent over Christmas. | Shares in the Leeds-based grocer fell 21 per cent on Thursday.
none | The number of dead in Antakya was 21,900. | The number of dead in Aleppo was 4,500.
none | Mr Okello has never been to Mombasa, he said. | Mr Okello has held shares in the Mombasa terminal.
none | Lindholm stored samples without permission. | Lindholm stored grain in its old harbour.
none | The union says 2,000 nurses have left the Irish health service since 2021. | The union says 2,000 beds have been closed in the Irish health service since 2021.
none | Poll: 52% of Scots would vote to leave the union. | Poll: 52% of Scots watched the final.
none | The prosecutor asked for five years in prison for Marin. | The judge sentenced Marin to three years in prison.
none | Ortega said the canal would be dug. | The canal would cost $50 billion, Ortega said. [ortega>ortega]
`);
