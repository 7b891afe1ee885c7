import { describe, expect, test } from 'vitest';
import { linksIn } from './links-in.ts';
import { useResources } from './resources.ts';

describe('institutions that many countries have, with the built-in packs', () => {
  const resources = useResources();

  test.each<[where: string, text: string, link: string]>([
    [
      'South Korea, where America is mentioned',
      'In Seoul, the Supreme Court will hear Yoon Suk Yeol. South Korea waits, and South Koreans argue. Yoon spoke to South Korea on Monday, and Yoon will speak again. Yoon has few friends left in South Korea, U.S. officials said. South Korea votes soon, and Seoul is calm.',
      'Supreme Court: -',
    ],
    [
      'Tunisia, with a German guest',
      'The Interior Ministry in Tunis named the dead. Tunisia mourns. Tunisians lit candles, and Tunisia’s premier, Habib Essid, spoke to Tunisians. Tourists came to Tunisia from Germany.',
      'Interior Ministry: -',
    ],
    [
      'the United Nations, whatever countries they speak of',
      'Israel and Egypt met. Israel said no, Israel’s envoy left, and Israelis protested. The General Assembly of the United Nations will vote, and the General Assembly votes often.',
      'General Assembly: United Nations General Assembly',
    ],
    [
      'Nigeria',
      'Inflation in Nigeria rose, the National Bureau of Statistics said in Abuja. Lagos paid most.',
      'National Bureau of Statistics: -',
    ],
    [
      'China',
      'China grew by 5 percent, the National Bureau of Statistics said in Beijing.',
      'National Bureau of Statistics: National Bureau of Statistics of China',
    ],
    [
      'Ghana, whose papers quote a broadcaster of London',
      'Ghana waits in Accra. The Electoral Commission told the BBC that Kumasi was late.',
      'Electoral Commission: -',
    ],
    ['Kenya', 'In Nairobi, Kenya, the Supreme Court upheld the vote. William Ruto was sworn in.', 'Supreme Court: -'],
    [
      'India',
      'In New Delhi, the Supreme Court of judges heard Narendra Modi. India waited.',
      'Supreme Court: Supreme Court of India',
    ],
    [
      'Israel',
      'Protesters in Tel Aviv, Israel, defended the Supreme Court against Benjamin Netanyahu.',
      'Supreme Court: Supreme Court of Israel',
    ],
    [
      'Pakistan',
      'The Supreme Court in Islamabad freed Imran Khan. Pakistan held its breath.',
      'Supreme Court: Supreme Court of Pakistan',
    ],
    ['Canada', 'In Ottawa, Canada, the Supreme Court ruled against Alberta.', 'Supreme Court: Supreme Court of Canada'],
    [
      'the United States',
      'The Supreme Court ruled for Texas on Monday. Joe Biden objected in Washington.',
      'Supreme Court: Supreme Court of the United States',
    ],
    ['Ghana', 'The Supreme Court in Accra dismissed the suit. Ghana votes in December.', 'Supreme Court: -'],
    [
      'Australia',
      'The High Court in Canberra freed him. Australia will appeal.',
      'High Court: High Court of Australia',
    ],
    ['Zimbabwe', 'The High Court in Harare freed him. Zimbabwe will appeal.', 'High Court: -'],
    [
      'South Africa',
      'The Constitutional Court in Johannesburg jailed Jacob Zuma. South Africa watched.',
      'Constitutional Court: Constitutional Court of South Africa',
    ],
    [
      'Thailand',
      'The Constitutional Court in Bangkok removed the premier. Thailand waits.',
      'Constitutional Court: Constitutional Court of Thailand',
    ],
    ['Colombia', 'The Constitutional Court in Bogotá heard the case. Colombia waits.', 'Constitutional Court: -'],
    [
      'Nigeria',
      'The Labour Party named Peter Obi in Abuja. Nigeria votes in February.',
      'Labour Party: Labour Party (Nigeria)',
    ],
    ['Ireland', 'In Dublin, Ireland, the Labour Party chose a leader.', 'Labour Party: Labour Party of Ireland'],
    [
      'Norway',
      'In Oslo, the Labour Party won. Norway has a new premier, Jonas Gahr Støre.',
      'Labour Party: Labour Party of Norway',
    ],
    [
      'the United Kingdom',
      'Keir Starmer told the Labour Party in Liverpool that Britain was tired.',
      'Labour Party: Labour Party',
    ],
    ['Malta', 'The Labour Party won again in Valletta. Malta has voted.', 'Labour Party: -'],
    [
      'Italy',
      'Elly Schlein leads the Democratic Party. Italy votes; Rome is calm.',
      'Democratic Party: Democratic Party of Italy',
    ],
    [
      'South Korea',
      'Lee Jae-myung led the Democratic Party in Seoul. South Korea votes.',
      'Democratic Party: Democratic Party of Korea',
    ],
    [
      'the United States',
      'Joe Biden told the Democratic Party in Chicago that America was strong.',
      'Democratic Party: Democratic Party',
    ],
    [
      'Canada',
      'Justin Trudeau led the Liberal Party in Ottawa. Canada votes.',
      'Liberal Party: Liberal Party of Canada',
    ],
    [
      'Australia',
      'Peter Dutton led the Liberal Party in Canberra. Australia votes.',
      'Liberal Party: Liberal Party of Australia',
    ],
    ['the Philippines', 'Leni Robredo led the Liberal Party in Manila. The Philippines voted.', 'Liberal Party: -'],
    [
      'Venezuela',
      'Nicolás Maduro addressed the National Assembly in Caracas. Venezuela slept.',
      'National Assembly: National Assembly of Venezuela',
    ],
    [
      'France',
      'Emmanuel Macron dissolved the National Assembly. France votes; Paris waits.',
      'National Assembly: National Assembly of France',
    ],
    ['Kenya', 'The National Assembly in Nairobi passed the bill. Kenya protested.', 'National Assembly: -'],
    ['Nigeria', 'The Senate in Abuja confirmed him. Nigeria has a new judge, and Lagos a new mayor.', 'Senate: -'],
    [
      'the United States',
      'The Senate in Washington confirmed him, Chuck Schumer said.',
      'Senate: United States Senate',
    ],
    [
      'Ghana',
      'The Electoral Commission in Accra opened the rolls. Ghana votes in December.',
      'Electoral Commission: -',
    ],
    [
      'the Philippines',
      'The Securities and Exchange Commission in Manila fined him. The Philippines lost billions.',
      'Securities and Exchange Commission: -',
    ],
    [
      'New Zealand',
      'In Wellington, the National Party won. New Zealand has a new premier.',
      'National Party: New Zealand National Party',
    ],
    [
      'Ukraine',
      'The Defence Ministry in Kyiv said Ukraine had lost two jets.',
      'Defence Ministry: Ministry of Defence of Ukraine',
    ],
    ['Ethiopia', 'The Defence Ministry in Addis Ababa said Ethiopia had lost two jets.', 'Defence Ministry: -'],
    [
      'Switzerland is no witness of bodies of the world',
      'In Nairobi, Kenya, the WHO opened a clinic.',
      'WHO: World Health Organization',
    ],
    [
      'what is no generic name stays',
      'In Nairobi, Kenya, Goldman Sachs opened an office.',
      'Goldman Sachs: Goldman Sachs',
    ],
    [
      'a city that has departments of its own',
      'Pipes burst in New York City, said an aide of the city’s Department of Buildings. The Transportation Department closed a street.',
      'Transportation Department: -',
    ],
    [
      'a city beside the country',
      'Pipes burst in New York City, said an aide of the city’s Department of Buildings. The Transportation Department will pay from federal funds.',
      'Transportation Department: US Department of Transportation',
    ],
    ['nothing says where', 'The Supreme Court ruled on Monday.', 'Supreme Court: Supreme Court of the United States'],
  ])('%s: %s', async (_where, text, link) => {
    expect(await linksIn(text, resources())).toContain(link);
  });
});
