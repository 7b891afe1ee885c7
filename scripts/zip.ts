/** `npm run zip`: both builds as archives for the browsers' stores. */
import { zipExtension } from './extension.ts';
import { runCommand } from './shell.ts';

await runCommand(zipExtension);
