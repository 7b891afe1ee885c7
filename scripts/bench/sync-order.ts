/** Us, a peer, and what neither can be faster than: the server's answers to such requests, and the database's writes. */
export type SyncSubject = 'sidelight' | 'pouchdb' | 'the server alone' | 'plain IndexedDB';

export interface SyncOrder {
  readonly subject: SyncSubject;
  readonly kind: 'couchdb' | 'webdav';
  /**
   * `push` fills a new database and sends it; `pull` takes everything into a new one; `poll` looks once more, as by the
   * clock; `look` as at “Sync now”.
   */
  readonly task: 'push' | 'pull' | 'poll' | 'look';
  /** Names the database on this side. */
  readonly name: string;
  /** The database, or folder, on the server, and the account there. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly records: number;
}
