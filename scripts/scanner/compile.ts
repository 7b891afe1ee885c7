import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const source = 'lib/gazetteer/assembly/index.ts';
const options = [
  '-O3 --noAssert --importMemory --runtime stub --enable simd --enable reference-types',
  // Failures end in a trap, which needs no message from outside.
  '--use abort=',
].join(' ');

/** The gazetteer's scanner as WebAssembly, from its source under `root`; the same source, the same bytes. */
export async function compileScanner(root: string): Promise<Uint8Array> {
  let code: Uint8Array | null = null;
  const messages: string[] = [];
  const { error } = await main([source, ...options.split(' '), '--outFile', 'scanner.wasm'], {
    readFile(name, base) {
      try {
        return readFileSync(join(root, base, name), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile(_, contents) {
      if (typeof contents !== 'string') code = contents;
    },
    listFiles: () => [],
    stderr: {
      write: (message) => messages.push(String(message)),
    },
  });
  if (error !== null || code === null) throw new Error(`${source} does not compile\n${messages.join('')}`);
  return code;
}

/** The module that lib/gazetteer/scanner.ts takes it from. */
export const toModule = (code: Uint8Array): string => `// Made from lib/gazetteer/assembly by \`npm run scanner\`.
export const scannerCode =
  '${Buffer.from(code).toString('base64')}';
`;
