import { readPairs } from './pairs.ts';

/**
 * Held out: written when the rules stood, measured once, and not read for tuning. Whoever mends a rule by one of these
 * moves it to another file and writes a new one.
 */
export const heldOutPairs = readPairs(`
differs | Barcelona welcomed 26 million tourists in 2023, the city council said. | Barcelona welcomed 15.6 million tourists in 2023, according to the hotel association. [council>hotels]
differs | A kilo of tomatoes now costs 18 pesos at the market in Oaxaca. | At the market in Oaxaca a kilo of tomatoes costs 26 pesos.
differs | The fraud cost Danish taxpayers 12.7 billion kroner, prosecutors in Copenhagen allege. | Danish taxpayers lost 9.3 billion kroner in the fraud, the tax ministry estimated. [prosecutors>ministry]
differs | Turnout in the Kisumu by-election was 38 percent, the electoral commission announced. | Observers put turnout in the Kisumu by-election at 29 percent. [iebc>observers]
differs | The glacier has retreated by 2.1 km since 1990, glaciologists in Innsbruck say. | Since 1990 the glacier has retreated by 1.4 km, the Innsbruck alpine club says. [uni>club]
differs | Some 9,000 people were inside the arena in Manchester when the bomb went off. | About 14,200 people were inside the arena in Manchester when the bomb went off.
differs | “Eighty per cent of our members in Lyon have stopped work,” the union leader Farid Aziz said. | The union leader's claim is wrong: 45 per cent of members in Lyon have stopped work, the company says. [aziz>company]
differs | Norway's wealth fund owns 1.5 percent of the world's listed shares. | Norway's wealth fund owns 2.3 percent of the world's listed shares.
differs | Between 3,000 and 4,000 wolves live in Romania, hunters say. | Romania has 2,500 wolves, according to the environment ministry. [hunters>ministry]
differs | The trial of the malaria vaccine in Burkina Faso cut infections by 77%. | The malaria vaccine cut infections by 55% in the trial in Burkina Faso.
differs | The runway extension at Heathrow would cost £18.6bn, the airport says. | The runway extension at Heathrow would cost £32bn, airlines calculate. [heathrow>airlines]
differs | The refugee camp at Kakuma houses 196,000 people. | The refugee camp at Kakuma holds 160,000 people.
updates | The number of people killed in the stampede in Itaewon rose to 156 on Tuesday. | At least 120 people were killed in the stampede in Itaewon, firefighters said. [2022-11-01>2022-10-29]
updates | Firefighters have now contained 65 percent of the Cedar Creek fire. | Firefighters have contained 20 percent of the Cedar Creek fire. [2022-09-21>2022-09-12]
updates | Ukraine has exported 22 million tonnes of grain through the corridor so far, Kyiv says. | Ukraine has exported 9 million tonnes of grain through the corridor. [kyiv>-] [2023-02-17>2022-10-27]
updates | Inflation in Argentina reached 104 percent in March 2023. | Inflation in Argentina was 98 percent in January 2023. [2023-04-15>2023-02-15]
updates | More than 300 passengers of the cruise ship have tested positive, Japan's health ministry said; 61 had by last week. | Sixty-one passengers of the cruise ship have tested positive, Japan's health ministry said. [2020-02-16>2020-02-07]
updates | Some 41,000 people are now known to have died in Turkey and Syria. | More than 21,000 people are known to have died in Turkey and Syria. [2023-02-15>2023-02-10]
updates | The fund's lawyers have so far traced $1.4bn of the missing money to Cyprus. | The fund's lawyers have traced $600m of the missing money to Cyprus. [2022-09-01>2022-04-11]
repeats | The Nobel committee in Oslo awarded the peace prize to Narges Mohammadi. | The peace prize was awarded to Narges Mohammadi by the Nobel committee in Oslo.
repeats | “I would rather close the paper than print a lie for the palace,” said its editor, Thandi Nkosi. | Thandi Nkosi, its editor, said: “I would rather close the paper than print a lie for the palace.” [nkosi>nkosi]
repeats | Toyota said on Thursday it would recall the bZ4X because its wheels can come off. | Toyota will recall the bZ4X because its wheels can come off, the carmaker said. [toyota>toyota]
repeats | Croatia adopted the euro on 1 January 2023. | On 1 January 2023, Croatia adopted the euro.
repeats | Bolsonaro had spent the night at the Hungarian embassy in Brasilia, the New York Times reported. | According to the New York Times, Bolsonaro had spent the night at the Hungarian embassy in Brasilia. [nyt>nyt]
repeats | The mayor of Chicago described the budget as “a promise we can actually keep”. | The budget, said the mayor of Chicago, is “a promise we can actually keep”. [mayor>mayor]
supports | The Norwegian intelligence service has also concluded that the cable off Svalbard was cut by a trawler. | A professor in Tromso concluded that the cable off Svalbard was cut by a trawler. [nis>prof]
supports | Two independent laboratories found that the water in Jackson contained lead. | The water in Jackson contained lead, a former plant manager told the court. [labs>manager]
supports | The OECD puts Greek debt at 172 percent of national income. | Greek debt stands at 172 percent of national income, according to the Bank of Greece. [oecd>bog]
supports | Villagers say the militia took the cattle from Marsabit across the border. | A police report says the militia took the cattle from Marsabit across the border. [villagers>police]
supports | The cathedral in Turku will reopen in May, the architect confirmed. | The cathedral in Turku will reopen in May, according to the bishop. [architect>bishop]
contradicts | The White House said the president had not fallen asleep during the meeting in Hiroshima. | The president had fallen asleep during the meeting in Hiroshima, the aide wrote. [wh>aide]
contradicts | The Lagos state government denies that it demolished the market at Ladipo. | The Lagos state government demolished the market at Ladipo, traders said. [gov>traders]
contradicts | Huawei says it has never shared customers' data with Beijing. | Huawei has shared customers' data with Beijing, a former engineer said. [huawei>engineer]
contradicts | “I will not run for a third term,” President Alassane Koffi told the crowd. | “I will run for a third term,” President Alassane Koffi said. [koffi>koffi]
contradicts | House prices in Auckland rose in September, according to the valuation office. | House prices in Auckland fell in September, according to the estate agents' institute. [office>institute]
contradicts | The tribunal ruled that the dismissal of Ms Okonjo was unlawful. | The dismissal of Ms Okonjo was lawful, the tribunal ruled.
contradicts | Bayer insists that glyphosate is safe for bees. | Glyphosate is unsafe for bees, the agency in Parma warned. [bayer>agency]
contradicts | Sudan's army said it did not bomb the hospital in El Fasher. | Sudan's army bombed the hospital in El Fasher, doctors said. [army>doctors]
contradicts | The Swiss parliament voted against the arms exports. | The Swiss parliament voted for the arms exports.
none | Barcelona welcomed 26 million tourists in 2023. | Barcelona has 1.6 million inhabitants.
none | Barcelona welcomed 26 million tourists in 2023. | Lisbon welcomed 19 million tourists in 2023.
none | The fraud cost Danish taxpayers 12.7 billion kroner. | The fraud cost German taxpayers €5 billion.
none | Turnout in the Kisumu by-election was 38 percent. | The winner of the Kisumu by-election took 51 percent of the vote.
none | Norway's wealth fund owns 1.5 percent of the world's listed shares. | Norway's wealth fund lost 14 percent in 2022.
none | The malaria vaccine cut infections by 77% in Burkina Faso. | The malaria vaccine cost $2.40 a dose in Burkina Faso.
none | The runway extension at Heathrow would cost £18.6bn. | The runway extension at Heathrow would displace 750 families.
none | The runway extension at Heathrow would cost £18.6bn. | The rail link to Heathrow cost £1.1bn.
none | Some 9,000 people were inside the arena in Manchester. | Some 9,000 people live within a mile of the arena in Manchester.
none | The stampede in Itaewon killed 156 people. | The stampede in Seoul's Itaewon district injured 172 people.
none | Inflation in Argentina reached 104 percent. | Interest rates in Argentina reached 81 percent.
none | Ukraine has exported 22 million tonnes of grain through the corridor. | Ukraine has imported 2 million tonnes of diesel through Poland.
none | Croatia adopted the euro in 2023. | Bulgaria will not adopt the euro in 2024.
none | Toyota will recall the bZ4X. | Toyota will build the bZ4X in Kentucky.
none | The mayor of Chicago supports the stadium tax. | The mayor of Boston opposes the congestion charge.
none | The president had not fallen asleep during the meeting in Hiroshima. | The president fell on the steps of a plane in Hiroshima.
none | Huawei says it has never shared customers' data with Beijing. | Huawei says it has shared its source code with regulators in Brussels.
none | The tribunal ruled that the dismissal of Ms Okonjo was unlawful. | The tribunal ruled that the dismissal of her assistant was lawful.
none | House prices in Auckland rose in September. | House prices in Wellington fell in September.
none | House prices in Auckland rose in September 2021. | House prices in Auckland fell in September 2023.
none | Bayer insists that glyphosate is safe for bees. | Bayer says dicamba is unsafe for orchards.
none | The Swiss parliament voted against the arms exports. | The Swiss parliament voted for the budget.
none | Sudan's army said it did not bomb the hospital in El Fasher. | Sudan's army bombed a bridge in Omdurman.
none | President Koffi will not run for a third term. | President Koffi's brother will run for the senate.
none | Japan will release the treated water from Fukushima. | China will not buy fish from Fukushima.
none | The cathedral in Turku will reopen in May. | The castle in Turku closed in May.
none | The water in Jackson contained lead. | The paint in Jackson's schools contained no lead.
none | Greek debt stands at 172 percent of national income. | Italian debt stands at 144 percent of national income.
none | Ms Lindgren won the primary in Vermont with 61 percent. | Ms Lindgren lost the primary in Maine with 33 percent.
none | A kilo of tomatoes costs 18 pesos in Oaxaca. | A kilo of onions costs 26 pesos in Oaxaca.
none | The minister said 40 schools in Gaza had been hit. | The minister said 14 hospitals in Gaza had been hit.
none | Half of the nurses in Malawi are on strike. | A third of the doctors in Malawi are on strike.
none | Wages in Estonia rose by 11%. | Wages in Estonia fell behind prices.
none | Air France cancelled 60% of its flights. | Air France owns 20% of its flights' slots at Orly.
none | The army retook Palmyra in 2016. | The army did not retake Raqqa in 2016.
none | The referee did not award a penalty to Sevilla. | The referee awarded a corner to Sevilla.
none | “We will never leave the union,” Fico said. | “We will never accept the quota,” Fico said. [fico>fico]
none | Nearly 1,200 flights were delayed in Denver. | Nearly 400 passengers slept at the airport in Denver.
`);
