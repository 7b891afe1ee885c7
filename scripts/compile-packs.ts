/** `node scripts/compile-packs.ts`: packs/NAME/*.jsonl to public/packs/NAME.slpack, and a list of them, for the build. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from '../lib/pack/archive.ts';
import { compilePack } from '../lib/pack/compile.ts';
import { describePackFailure } from '../lib/pack/failures.ts';
import { root } from './command.ts';
import { findPackFolders, readPackFolder } from './pack-source.ts';
import { runCommand } from './shell.ts';

const output = join(root, 'public', 'packs');

/** Leaves the file as it is where nothing changed, so that a watching build does not run again. */
function writeIfChanged(path: string, bytes: Uint8Array): void {
  try {
    if (Buffer.compare(readFileSync(path), bytes) === 0) return;
  } catch {
    // Not there yet.
  }
  writeFileSync(path, bytes);
}

await runCommand(async () => {
  mkdirSync(output, { recursive: true });
  const list = [];
  const kept = new Set(['index.json']);
  for (const folder of findPackFolders()) {
    const content = readPackFolder(folder);
    if (!content.ok) throw new Error(`packs/${folder}/${describePackFailure(content.failure)}`);
    const bytes = await compilePack(content.value);
    const archive = await readArchive(bytes);
    if (!archive.ok) throw new Error(describePackFailure(archive.failure));
    const file = `${folder}.slpack`;
    kept.add(file);
    writeIfChanged(join(output, file), bytes);
    const { id, version } = content.value.manifest;
    list.push({ id, version, hash: archive.value.hash, file });
    const { entities, aliases, facts, claims } = archive.value.counts;
    process.stdout.write(
      `${file}: ${entities} entities, ${aliases} names, ${facts} facts, ${claims} claims, ${bytes.length} bytes\n`,
    );
  }
  writeIfChanged(join(output, 'index.json'), Buffer.from(`${JSON.stringify(list, null, 2)}\n`));
  for (const name of readdirSync(output)) if (!kept.has(name)) rmSync(join(output, name));
  return 0;
});
