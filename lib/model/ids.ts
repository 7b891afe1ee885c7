/** Identifiers, branded so that one kind is never passed for another. Only parsers and creators mint them. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `wd:Q…` where the Wikidata id is certain, else `<pack>:…` or `local:…`. */
export type EntityId = Branded<'EntityId'>;
export type FactId = Branded<'FactId'>;
export type ClaimId = Branded<'ClaimId'>;
export type SourceId = Branded<'SourceId'>;
export type PackId = Branded<'PackId'>;
/** Identifies a cluster within one article's analysis: `m0`, `m1`, … in order of first mention. */
export type ClusterId = Branded<'ClusterId'>;

export const asEntityId = (text: string): EntityId => text as EntityId;
export const asFactId = (text: string): FactId => text as FactId;
export const asClaimId = (text: string): ClaimId => text as ClaimId;
export const asSourceId = (text: string): SourceId => text as SourceId;
export const asPackId = (text: string): PackId => text as PackId;
export const asClusterId = (text: string): ClusterId => text as ClusterId;
