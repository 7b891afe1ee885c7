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
