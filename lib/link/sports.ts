/** Sports by the words that hardly any article about anything else has, and by what a team's description says. */
const sports: readonly (readonly [sport: RegExp, words: RegExp])[] = [
  [
    /\bfootball club\b/iu,
    /\b(?:(?:Premier|Champions|Europa|Women's Super|Conference) League|Bundesliga|Serie A|La Liga|Ligue 1|Eredivisie|FA Cup|Carabao Cup|Copa|MLS|FIFA|UEFA|midfielders?|strikers?|goalkeepers?|wingers?|centre-backs?|full-backs?|penalty (?:spot|area|shoot-?out|kick)|stoppage time|own goals?|equali[sz]ers?|half-time|clean sheet|relegation|football(?:ers?|ing))\b/gu,
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
    /\b(?:rugby|Six Nations|Super Rugby|NRL|fly-half|scrum(?:-half)?|lineout|try-scorer|Premiership Rugby)\b/giu,
  ],
];
/** What several sports have, and other articles less often. */
const general =
  /\b\d{1,3}[-–]\d{1,3}\b|\b(?:head coach|coach|season|play-?offs?|league|kick-off|fixtures?|overtime|matchday|semi-?finals?|quarter-?finals?|derby|unbeaten|standings|points clear|squad|top-scored|skipper)\b/gu;

const distinct = (text: string, words: RegExp): number =>
  new Set(Array.from(text.matchAll(words), ([word]) => word.toLowerCase().replace(/s$/u, ''))).size;

/** So many different words say that an article is about sport; a word of one sport counts for two. */
const enough = 3;

export function isAboutSport(text: string): boolean {
  const special = sports.reduce((sum, [, words]) => sum + distinct(text, words), 0);
  if (special === 0) return false;
  // Scores differ from each other; they count once.
  const found = new Set(
    Array.from(text.matchAll(general), ([word]) => (/\d/u.test(word) ? '0-0' : word.toLowerCase())),
  );
  return special * 2 + found.size >= enough;
}

/** Whether a description of a team is of a sport that the text is about most; null where the text tells no sport. */
export function fitsSport(text: string): ((description: string) => boolean) | null {
  const counts = sports.map(([, words]) => distinct(text, words));
  const most = Math.max(...counts);
  if (most === 0) return null;
  const told = sports.filter((_, i) => counts[i] === most);
  return (description) => told.some(([sport]) => sport.test(description));
}
