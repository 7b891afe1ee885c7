import type { StoredClaimWithSource } from '../../model/knowledge.ts';

/** What separates several values in one cell. */
export const separator = ' | ';

export const entityColumns = ['id', 'type', 'name', 'aliases', 'description', 'gender', 'sameAs'] as const;

export const claimColumns = [
  'id',
  'kind',
  'text',
  'quote',
  'speaker',
  'speakerName',
  'about',
  'quantities',
  'saidAt',
  'title',
  'publisher',
  'url',
] as const;

export type ClaimColumn = (typeof claimColumns)[number];

/** What a claim's line has in each column. */
export const claimCells = ({ claim, source }: StoredClaimWithSource): Readonly<Record<ClaimColumn, string>> => ({
  id: claim.id,
  kind: claim.kind,
  text: claim.text,
  quote: claim.quote ?? '',
  speaker: claim.speaker ?? '',
  speakerName: claim.speakerName ?? '',
  about: claim.about.join(separator),
  quantities: claim.quantities.map(({ value, unit, of }) => `${value} ${unit} ${of}`.trim()).join(separator),
  saidAt: claim.saidAt ?? '',
  title: source.title,
  publisher: source.publisher ?? '',
  url: source.url ?? '',
});
