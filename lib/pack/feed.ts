import * as v from 'valibot';
import type { PackFailure } from '../model/install-failure.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { faultOf } from './faults.ts';

/**
 * A small JSON file beside a pack that says which version there is, and from which older versions a patch leads to it.
 * It is not signed: whatever it leads to is, and a feed that lies can only withhold.
 */
const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const address = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

const feedSchema = v.object({
  format: v.literal('sidelight-feed'),
  schema: v.number(),
  id: v.string(),
  version: v.string(),
  /** Relative to the feed's own address. */
  pack: v.object({ url: address, bytes: size }),
  patches: v.array(v.object({ from: v.string(), url: address, bytes: size })),
});

export type PackFeed = v.InferOutput<typeof feedSchema>;

export const understoodFeed = 1;
/** Bytes of a feed: a thousand patches. */
export const longestFeed = 400_000;

export function parseFeed(text: string): Result<PackFeed, PackFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed({ code: 'NotAPack', detail: 'neither a pack nor the feed of one' });
  }
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > understoodFeed)
    return failed({ code: 'PackTooNew', schema, understood: understoodFeed });
  const parsed = v.safeParse(feedSchema, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return failed({ code: 'PackMalformed', file: 'feed', line: null, ...faultOf(issue) });
}

export interface FeedFile {
  readonly url: string;
  readonly kind: 'patch' | 'whole';
}

/** What to fetch, best first: the patch for what is installed, then the whole. */
export function filesFor(feed: PackFeed, at: string, installed: string | null): readonly FeedFile[] {
  const resolve = (url: string): string | null => (URL.canParse(url, at) ? new URL(url, at).href : null);
  const patch = feed.patches.find(({ from, bytes }) => from === installed && bytes < feed.pack.bytes);
  const found: FeedFile[] = [];
  const patchUrl = patch === undefined ? null : resolve(patch.url);
  if (patchUrl !== null) found.push({ url: patchUrl, kind: 'patch' });
  const whole = resolve(feed.pack.url);
  if (whole !== null) found.push({ url: whole, kind: 'whole' });
  return found;
}
