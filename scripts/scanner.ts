/** `scanner`: makes lib/gazetteer/scanner-code.ts from lib/gazetteer/assembly. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';
import { compileScanner, toModule } from './scanner/compile.ts';

const code = await compileScanner(root);
writeFileSync(join(root, 'lib/gazetteer/scanner-code.ts'), toModule(code));
console.log(`scanner: ${code.byteLength.toLocaleString('en')} bytes`);
