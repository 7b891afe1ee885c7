import type { Steps } from '../../model/steps.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { Lexicon } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { takeFullNames } from './acronyms.ts';
import { dropAddresses } from './addresses.ts';
import { agree } from './agreement.ts';
import { takeApposed } from './apposed.ts';
import { takeArticled } from './articled.ts';
import { dropBareTitles } from './bare-titles.ts';
import { mendBorders } from './borders.ts';
import { takeClubs } from './clubs.ts';
import { dropCommonLetters } from './common-letters.ts';
import { takeCompanies } from './companies.ts';
import { takeRelatives } from './coordinated.ts';
import { partAtDashes } from './dashes.ts';
import { dropDegrees } from './degrees.ts';
import { dropDoubtful } from './doubtful.ts';
import { takeFacilities } from './facilities.ts';
import { takeGatherings } from './gatherings.ts';
import { takeGivenNames } from './givens.ts';
import { takeHomes } from './homes.ts';
import { dropHonorifics } from './honorifics.ts';
import { takeInitials } from './initials.ts';
import { partJoined } from './joined.ts';
import { takeKindsOfBody } from './kinds-of-body.ts';
import { partPlaces } from './led-by-places.ts';
import { takeListed } from './listed.ts';
import { fillLoneRepeats } from './lone-repeats.ts';
import { agreeOnType } from './one-type.ts';
import { dropOpeners } from './openers.ts';
import { takeParticles } from './particles.ts';
import { takePartyMembers } from './party-members.ts';
import { takePassedOver } from './passed-over.ts';
import { takePeoples } from './peoples.ts';
import { takePluralSurnames } from './plural-surnames.ts';
import { dropPortfolios } from './portfolios.ts';
import { takeQuotedTitles } from './quoted-titles.ts';
import { takeRegions } from './regions.ts';
import { fillRepeats } from './repeats.ts';
import { takeSaints } from './saints.ts';
import { takeShips } from './ships.ts';
import { takeSites } from './sites.ts';
import { takeSpeakers } from './speakers.ts';
import { takeStorms } from './storms.ts';
import { takeSurnames } from './surnames.ts';
import { takeTowns } from './towns.ts';
import { takeUnmarkedTitles } from './unmarked-titles.ts';
import { dropVerbs } from './verbs.ts';
import { joinWholes } from './wholes.ts';

/** Puts one kind of mistake right; the labelling that it is given stays as it is. */
type Rule = (view: DocumentView, labelling: Labelling, lexicon: Lexicon) => Labelling;

/** In this order: each sees what those before it left. */
const rules: readonly Rule[] = [
  agree,
  takeFullNames,
  dropVerbs,
  dropOpeners,
  takeSpeakers,
  takeApposed,
  dropAddresses,
  dropBareTitles,
  partAtDashes,
  partJoined,
  mendBorders,
  dropHonorifics,
  dropPortfolios,
  joinWholes,
  takeSites,
  takeSaints,
  takeArticled,
  takePeoples,
  takePartyMembers,
  takeFacilities,
  takeGatherings,
  takeInitials,
  takeParticles,
  partPlaces,
  takeSurnames,
  takeGivenNames,
  takeRelatives,
  fillRepeats,
  fillLoneRepeats,
  takeClubs,
  dropDegrees,
  dropCommonLetters,
  takeCompanies,
  takeKindsOfBody,
  takePluralSurnames,
  takeRegions,
  takeStorms,
  takeShips,
  takeHomes,
  takeTowns,
  takeQuotedTitles,
  takeUnmarkedTitles,
  takeListed,
  agreeOnType,
  dropDoubtful,
  takePassedOver,
];

/** What the tagger's labels are once every rule has had its say. */
export function* heedRules(view: DocumentView, labelled: Labelling, lexicon: Lexicon): Steps<Labelling> {
  let labelling = labelled;
  for (const rule of rules) {
    yield;
    labelling = rule(view, labelling, lexicon);
  }
  return labelling;
}
