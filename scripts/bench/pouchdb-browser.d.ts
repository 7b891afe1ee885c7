/** As much of PouchDB as the bench uses; its published types are those of an earlier version. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string);
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    info(): Promise<{ readonly doc_count: number }>;
    close(): Promise<void>;
    readonly replicate: {
      to(target: PouchDB, options: { readonly batch_size: number }): Promise<unknown>;
      from(source: PouchDB, options: { readonly batch_size: number }): Promise<unknown>;
    };
  }
}
