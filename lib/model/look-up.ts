import type { EntityType, Gender } from './entity.ts';
import type { PartialDate } from './fact.ts';
import type { Picture } from './picture.ts';

/** Where look-ups are made: any MediaWiki and any Wikibase. */
export interface LookUpPlaces {
  /** `https://en.wikipedia.org`; its `/w/api.php` (or wherever it has its API) and, where it has one, its `/api/rest_v1`. */
  readonly wikipedia: string;
  /** `https://www.wikidata.org`; as the other, with the folder that has its scripts where that is none of the usual ones. */
  readonly wikidata: string;
}

/**
 * The wiki that an address is of: of one of its scripts (`api.php`, or `rest.php` with its Wikibase API, beside which the
 * other always lies), of the folder that they are in, or of any page, whose title begins with a capital.
 */
export function placeOf(address: string): string {
  const [, origin = address, path = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)/iu.exec(address) ?? [];
  const [, scripts] = /^(.*?)\/(?:api|index|load|rest)\.php(?:\/|$)/u.exec(path) ?? [];
  const folder = scripts ?? /^(?:\/[a-z\d][\w.-]*)*(?=\/?$)/u.exec(path)?.[0] ?? '';
  // Where it is looked for without being told.
  return /^(?:\/(?:w|wiki|mediawiki))?$/u.test(folder) ? origin : origin + folder;
}

export const usualPlaces: LookUpPlaces = {
  wikipedia: 'https://en.wikipedia.org',
  wikidata: 'https://www.wikidata.org',
};

/** Something that a name may stand for, as the wikis know it. */
export interface LookUpCandidate {
  /** `Q…`; null where no Wikibase knows the page. */
  readonly item: string | null;
  /** Title of its page; null where there is none. */
  readonly title: string | null;
  readonly name: string;
  readonly description: string;
  /** A page that lists what a name may stand for. */
  readonly isDisambiguation: boolean;
}

/** An item of the Wikibase with what it is called. */
export interface LookedUpItem {
  readonly item: string;
  readonly label: string;
}

export interface LookedUpFact {
  /** The statement's own id, the same at each look-up. */
  readonly id: string;
  readonly predicate: string;
  readonly value: LookedUpItem | { readonly date: PartialDate };
  readonly of: LookedUpItem | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
}

export interface LookedUpSource {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** ISO 8601, of the version that was read; null where it does not say. */
  readonly publishedAt: string | null;
}

/** What a look-up brought. */
export interface LookedUp {
  readonly item: string | null;
  readonly type: EntityType | null;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly gender: Gender | null;
  readonly facts: readonly LookedUpFact[];
  /** The first paragraph of its page. */
  readonly summary: { readonly text: string; readonly source: LookedUpSource } | null;
  /** Of the facts; null where there are none. */
  readonly source: LookedUpSource | null;
  readonly picture: Picture | null;
}

/** Why a look-up brought nothing; each says where. */
export type LookUpFailure =
  | { readonly code: 'Offline' }
  | { readonly code: 'Unreachable'; readonly host: string; readonly detail: string }
  /** `after` in seconds. */
  | { readonly code: 'RateLimited'; readonly host: string; readonly after: number }
  | { readonly code: 'ServerRefused'; readonly host: string; readonly status: number }
  | { readonly code: 'OddAnswer'; readonly host: string; readonly detail: string }
  /** A page for people, of the network that wants a sign-in, or of a server that is no wiki. */
  | { readonly code: 'PageInstead'; readonly host: string }
  | { readonly code: 'NothingFound'; readonly host: string }
  | { readonly code: 'PermissionMissing'; readonly hosts: readonly string[] };
