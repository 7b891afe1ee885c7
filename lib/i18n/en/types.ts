/** What the types of entities are called; the background's menus say these too. */
export const types = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
  product: { one: 'Product', many: 'Products' },
  law: { one: 'Law or treaty', many: 'Laws and treaties' },
  nationality: { one: 'Nationality', many: 'Nationalities' },
  other: { one: 'Other name', many: 'Other names' },
} as const;
