const labels: Readonly<Record<string, string>> = {
  jobTitle: 'Role',
  hasOccupation: 'Occupation',
  birthDate: 'Born',
  birthPlace: 'Born in',
  deathDate: 'Died',
  deathPlace: 'Died in',
  nationality: 'Nationality',
  memberOf: 'Member of',
  member: 'Members',
  affiliation: 'Affiliation',
  worksFor: 'Works for',
  parentOrganization: 'Part of',
  subOrganization: 'Includes',
  founder: 'Founded by',
  foundingDate: 'Founded',
  foundingLocation: 'Founded in',
  dissolutionDate: 'Ended',
  location: 'Place',
  containedInPlace: 'In',
  containsPlace: 'Contains',
  startDate: 'Began',
  endDate: 'Ended',
  organizer: 'Organised by',
  participant: 'Took part',
  numberOfEmployees: 'Employees',
  population: 'Population',
  sameAs: 'Also at',
  knows: 'Met',
  publisher: 'Publisher',
  inLanguage: 'Language',
  leader: 'Led by',
  demonymOf: 'People of',
  partyTo: 'Party to',
  notToBeConfusedWith: 'Not to mix with',
  capitalOf: 'Capital of',
  seatOf: 'Seat of',
  memberCount: 'Members',
  datePublished: 'Published',
  dateAdopted: 'Adopted',
  author: 'Written by',
  creator: 'Made by',
  attendee: 'Attended by',
  alumniOf: 'Studied at',
  votesFor: 'Votes for',
  votesAgainst: 'Votes against',
  diplomaticRelation: 'Relations with',
  abstract: 'In short',
};

/** A fact's predicate as a short label; one that is not listed is taken apart: `headOfState` is "Head of state". */
export const predicateWords = (predicate: string): string => {
  const listed = Object.hasOwn(labels, predicate) ? labels[predicate] : undefined;
  if (listed !== undefined) return listed;
  const apart = (predicate.split(/[:/#]/).at(-1) ?? '')
    .replace(/(?<=[a-z\d])(?=[A-Z])|[_-]+/g, ' ')
    .toLowerCase()
    .trim();
  return apart === '' ? predicate : apart.charAt(0).toUpperCase() + apart.slice(1);
};
