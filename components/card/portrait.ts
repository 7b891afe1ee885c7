import type { EntityBrief, FigureContext } from '../../lib/model/card.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import type { PictureMark } from '../../lib/model/picture.ts';
import type { CardSubject, Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { dateWords } from '../dates.ts';
import { figureOf, type Named, namedFigure } from './view.ts';

export type Standing = 'known' | 'ambiguous' | 'unknown' | 'several';

/** A figure as its card shows it: what the page says joined with what the store says, so far as either is there. */
export interface Portrait {
  readonly name: string;
  readonly type: EntityType;
  readonly standing: Standing;
  /** Under the name: the role on the article's day, else the store's line, else empty. */
  readonly line: string;
  /** The day that `line` holds for, in words. */
  readonly asOf: string | null;
  readonly today: string | null;
  /** The store's line where `line` says something else. */
  readonly description: string | null;
  /** What the article says of somebody whom it introduces. */
  readonly introduced: string | null;
  readonly statements: readonly PageClaim[];
  readonly claimsAbout: readonly PageClaim[];
  /** Those whom the name or the description stands for, where it stands for several. */
  readonly members: readonly Named[];
  /** Null where the page does not name it. */
  readonly subject: Extract<CardSubject, { kind: 'figure' }> | null;
  readonly mentions: number;
  /** That a look-up brought a picture. */
  readonly picture: PictureMark | null;
}

type FigureView = Extract<CardSubject, { kind: 'figure' }> | { readonly kind: 'entity'; readonly brief: EntityBrief };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const lines = (description: string, context: FigureContext | null, publishedAt: string | null) => {
  const role = context?.roleOnDay ?? null;
  const now = context?.roleNow ?? null;
  return {
    line: role ?? description,
    asOf: role === null || publishedAt === null ? null : dateWords(publishedAt),
    today: now === null || (role !== null && same(now, role)) ? null : now,
    description: role === null || description === '' || same(description, role) ? null : description,
  };
};

const standingOf = ({ entity, members, candidates }: Figure): Standing =>
  entity !== null ? 'known' : members.length > 0 ? 'several' : candidates.length > 0 ? 'ambiguous' : 'unknown';

/** Joins page and store; null where the page no longer has the figure. */
export const portraitOf = (
  view: FigureView,
  reading: PageReading | null,
  context: FigureContext | null,
): Portrait | null => {
  const publishedAt = reading?.article.publishedAt ?? null;
  if (view.kind === 'entity') {
    const { name, type, description } = context?.entity ?? view.brief;
    return {
      name,
      type,
      standing: 'known',
      introduced: null,
      statements: [],
      claimsAbout: [],
      members: [],
      subject: null,
      mentions: 0,
      picture: context?.picture ?? null,
      ...lines(description, context, publishedAt),
    };
  }
  const figure = figureOf(reading, view.cluster);
  if (figure === null || reading === null) return null;
  const known = context?.entity ?? null;
  const standing = standingOf(figure);
  return {
    name: figure.name,
    type: known?.type ?? figure.type,
    standing,
    introduced: figure.role,
    statements: figure.statements.flatMap((index) => reading.claims[index] ?? []),
    claimsAbout: reading.claims.filter((claim) => claim.about.includes(figure.cluster)),
    members: figure.members.flatMap((member) => figureOf(reading, member) ?? []).map(namedFigure),
    subject: view,
    mentions: figure.mentions,
    picture: known === null ? null : (context?.picture ?? null),
    ...lines(standing === 'known' ? (known?.description ?? figure.description) : '', context, publishedAt),
  };
};
