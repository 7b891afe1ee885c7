import * as v from 'valibot';
import type { ClaimSuggestion } from '../model/claim-draft.ts';
import { nativeBrowser } from '../platform/native.ts';
import { claimSuggestionSchema } from './edit-schema.ts';

/**
 * Selected words on their way from a page's menu to the form in which they are kept. They lie in session storage, which
 * no page can read and which is gone with the browser.
 */
const prefix = 'claim-draft:';

/** Answers the name under which it is found. */
export async function leaveDraft(suggestion: ClaimSuggestion): Promise<string> {
  const name = crypto.randomUUID();
  await nativeBrowser.storage.session.set({ [prefix + name]: suggestion });
  return name;
}

/** Null where it is gone. */
export async function readDraft(name: string): Promise<ClaimSuggestion | null> {
  const found = await nativeBrowser.storage.session.get(prefix + name);
  const parsed = v.safeParse(claimSuggestionSchema, found[prefix + name]);
  return parsed.success ? parsed.output : null;
}

export const dropDraft = (name: string): Promise<void> => nativeBrowser.storage.session.remove(prefix + name);
