/**
 * The validation function of a team's database, as CouchDB runs it (ECMAScript 5). Readers may write nothing but the
 * document of their own device; editors are named, or have the role `sidelight-editor`; what editors write must be a record that hides nothing: a stamp that was seen stays seen.
 */
export const validationFor = (editors: readonly string[]): string => `function (newDoc, oldDoc, userCtx, secObj) {
  function is(role) { return userCtx.roles.indexOf(role) >= 0; }
  var isAdmin = is('_admin') || is('sidelight-admin');
  if (isAdmin) return;
  if (newDoc._id.indexOf('sidelight:device:') === 0 && !newDoc._deleted) return;
  if (newDoc._id.indexOf('sidelight:test:') === 0) return;
  var editors = ${JSON.stringify(editors)};
  if (!is('sidelight-editor') && editors.indexOf(userCtx.name) < 0) throw({ forbidden: 'this account may only read' });
  if (newDoc._id.indexOf('sidelight:') === 0) throw({ forbidden: 'only an administrator changes what the store is' });
  if (newDoc._deleted) return;
  if (newDoc.sidelight !== 1) throw({ forbidden: 'no record of Sidelight' });
  if (typeof newDoc.sealed === 'string') return;
  if (typeof newDoc.table !== 'string' || typeof newDoc.id !== 'string') throw({ forbidden: 'no record of Sidelight' });
  if (newDoc._id !== newDoc.table + ':' + newDoc.id) throw({ forbidden: 'a record under another name' });
  if (typeof newDoc.seen !== 'object' || typeof newDoc.cells !== 'object') throw({ forbidden: 'no record of Sidelight' });
  if (!oldDoc || !oldDoc.seen) return;
  for (var device in oldDoc.seen) {
    if (!(newDoc.seen[device] >= oldDoc.seen[device])) throw({ forbidden: 'it takes back what was written before' });
  }
}`;
