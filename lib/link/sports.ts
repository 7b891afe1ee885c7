import type { Entity } from '../model/entity.ts';

/** Sports by the words that hardly any article about anything else has, and by what a team's description says. */
const sports: readonly (readonly [sport: RegExp, words: RegExp])[] = [
  [
    /\bfootball club\b/iu,
    /\b(?:(?:Premier|Champions|Europa|Women's Super|Conference) League|Bundesliga|Serie A|La Liga|Ligue 1|Eredivisie|FA Cup|Carabao Cup|Copa|MLS|FIFA|UEFA|CAF|Cup of Nations|midfielders?|strikers?|goalkeepers?|wingers?|centre-backs?|full-backs?|penalty (?:spot|area|shoot-?out|kick)|stoppage time|own goals?|equali[sz]ers?|half-time|clean sheet|relegation|football(?:ers?|ing))\b/gu,
  ],
  [
    /\bfootball team of the NFL\b/u,
    /\b(?:NFL|Super Bowl|NFC|AFC|college football|touchdowns?|quarterbacks?|wide receivers?|linebackers?|running backs?|field goals?|end zone)\b/gu,
  ],
  [
    /\bbasketball\b/iu,
    /\b(?:NBA|WNBA|basketball|slam dunks?|three-pointers?|3-pointers?|free throws?|layups?|triple-double|point guard)\b/gu,
  ],
  [
    /\bbaseball\b/iu,
    /\b(?:MLB|World Series|American League|National League|baseball|innings?|home runs?|homer(?:ed|s)?|pitchers?|bullpen|outfielders?|shortstop|left-hander|right-hander)\b/gu,
  ],
  [/\bice hockey\b/iu, /\b(?:NHL|Stanley Cup|hockey|power play|goalies?|goaltenders?|puck|shootout)\b/gu],
  [
    /\bcricket\b/iu,
    /\b(?:cricket(?:ers?)?|IPL|Twenty20|T20|ODI|Ashes|wickets?|batsm[ae]n|batters?|bowlers?|bowled|innings|lbw|all-rounder)\b/gu,
  ],
  [
    /\brugby\b/iu,
    /\b(?:[Rr]ugby|Six Nations|Super Rugby|NRL|fly-half|scrum(?:-half)?|lineout|try-scorer|Premiership Rugby|All Blacks|Springboks|Wallabies)\b/gu,
  ],
];
const score = /(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])/u;

const distinct = (text: string, words: RegExp): number =>
  new Set(Array.from(text.matchAll(words), ([word]) => word.toLowerCase().replace(/s$/u, ''))).size;

/** What an article is about shows in so much of it; in UTF-16 units. */
const looked = 50_000;

/** Whether an article has two words that one sport alone has, or one and a score. */
export function isAboutSport(text: string): boolean {
  const part = text.slice(0, looked);
  const special = sports.reduce((sum, [, words]) => sum + distinct(part, words), 0);
  return special > 1 || (special === 1 && score.test(part));
}

/** Whether a description of a team is of a sport that the text is about most; null where the text tells no sport. */
export function fitsSport(text: string): ((description: string) => boolean) | null {
  const part = text.slice(0, looked);
  const counts = sports.map(([, words]) => distinct(part, words));
  const most = Math.max(...counts);
  if (most === 0) return null;
  const told = sports.filter((_, i) => counts[i] === most);
  return (description) => told.some(([sport]) => sport.test(description));
}

/** Letters that a league shares with an agency are the league's where an article is about sport. */
const ofSport = 0.7;

export const sportScore = ({ type, description }: Entity): number =>
  type === 'organisation' &&
  /\b(?:sports?|league|football|basketball|baseball|hockey|cricket|rugby)\b/iu.test(description)
    ? ofSport
    : 0;
