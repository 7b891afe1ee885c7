/**
 * `npm run team-server -- URL [--reader NAME]... [--editor NAME]... [--admin NAME]...`: makes a team's database on any
 * CouchDB, with its validation function and its roles. URL holds the address of the database and the account of a
 * server administrator: https://admin:secret@couch.example.org/desk. May be run again: it changes what differs.
 */
import { parseArgs } from 'node:util';
import { askJson } from '../lib/sync/couchdb/ask.ts';
import { makeDatabase, makeIdentity } from '../lib/sync/couchdb/join.ts';
import type { Json } from '../lib/merge/json.ts';
import { isGood, ask, type Server } from '../lib/sync/http.ts';
import { runCommand } from './shell.ts';
import { validationFor } from './servers/validation.ts';

const designPath = '/_design/sidelight';

const fail = (what: string, detail: string): never => {
  throw new Error(`${what}: ${detail}`);
};

function readServer(text: string): Server {
  if (!URL.canParse(text)) fail('the address cannot be read', text);
  const { origin, pathname, username, password } = new URL(text);
  const path = pathname.replace(/\/+$/u, '');
  if (path === '') fail('the address names no database', `${origin}/desk would be one`);
  return { fetch, url: origin + path, user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function putDesign(server: Server, validation: string): Promise<void> {
  const before = await ask(server, { method: 'GET', path: designPath });
  const found =
    before.ok && isGood(before.value) ? (JSON.parse(new TextDecoder().decode(before.value.bytes)) as object) : {};
  if ('validate_doc_update' in found && found.validate_doc_update === validation) return;
  const design = { ...found, language: 'javascript', validate_doc_update: validation };
  const written = await askJson(server, 'PUT', designPath, design as Json);
  if (!written.ok) fail('the validation function was not taken', written.failure.detail);
}

/** Names that nobody can sign in with by CouchDB's own accounts; a proxy may know them all the same. */
async function findStrangers(server: Server, names: readonly string[]): Promise<readonly string[]> {
  const accounts = { ...server, url: `${new URL(server.url).origin}/_users` };
  const found = await Promise.all(
    names.map((name) => askJson(accounts, 'GET', `/org.couchdb.user:${encodeURIComponent(name)}`)),
  );
  return names.filter((_, at) => found[at]?.ok === false && found[at].failure.code === 'NotFound');
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      reader: { type: 'string', multiple: true, default: [] },
      editor: { type: 'string', multiple: true, default: [] },
      admin: { type: 'string', multiple: true, default: [] },
    },
  });
  const [address] = positionals;
  if (address === undefined)
    fail('which database', 'npm run team-server -- https://admin:secret@couch.example.org/desk');
  const server = readServer(address ?? '');
  const made = await makeDatabase(server);
  if (!made.ok) fail('the database was not made', made.failure.detail);
  const security = {
    admins: { names: values.admin, roles: ['_admin', 'sidelight-admin'] },
    members: { names: [...values.reader, ...values.editor], roles: ['sidelight-reader', 'sidelight-editor'] },
  };
  const secured = await askJson(server, 'PUT', '/_security', security);
  if (!secured.ok) fail('the rights were not set', secured.failure.detail);
  await putDesign(server, validationFor(values.editor));
  const identity = await makeIdentity(server, { store: crypto.randomUUID(), lock: null });
  if (!identity.ok) fail('the store was not made', identity.failure.detail);
  process.stdout.write(`${server.url} is ready: ${values.reader.length} readers, ${values.editor.length} editors\n`);
  const strangers = await findStrangers(server, [...values.reader, ...values.editor, ...values.admin]);
  if (strangers.length > 0)
    process.stdout.write(
      `no account on this server yet: ${strangers.join(', ')}; docs/team-server.md has how to make one\n`,
    );
  return 0;
});
