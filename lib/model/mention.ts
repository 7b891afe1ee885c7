import type { EntityType, Gender } from './entity.ts';
import type { ClusterId, EntityId } from './ids.ts';
import type { Span } from './span.ts';

/** A span that names something. Mentions of one article never overlap and stand in order of `start`. */
export interface Mention extends Span {
  readonly surface: string;
  readonly type: EntityType;
  readonly cluster: ClusterId;
  /** 0 to 1. */
  readonly confidence: number;
}

export type Link =
  | { readonly kind: 'linked'; readonly entity: EntityId; readonly confidence: number }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly EntityId[] }
  | { readonly kind: 'nil' };

/** What the article itself says of somebody whom it introduces. */
export interface IntroducedRole extends Span {
  readonly text: string;
}

/** All mentions of one thing in an article. */
export interface Cluster {
  readonly id: ClusterId;
  /** The fullest form in the article, or the store's name where linked. */
  readonly name: string;
  readonly type: EntityType;
  /** Indexes into `Analysis.mentions`, ascending. */
  readonly mentions: readonly number[];
  readonly link: Link;
  readonly role: IntroducedRole | null;
  readonly gender: Gender | null;
}
