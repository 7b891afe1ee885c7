/** Bytes that this extension may still store: of its share, or of the disk. Null where the browser does not tell. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined || usage > quota ? null : quota - usage;
}
