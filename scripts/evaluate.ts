/** `evaluate`: how well names are recognised, on texts that nothing was trained on, beside other libraries. */
import { existsSync } from 'node:fs';
import { evaluateNames } from './evaluate/names.ts';

const shared = '../shared';
if (!existsSync(shared)) console.log(`evaluate: ${shared} is not here; the held-out corpus alone is measured`);
evaluateNames(shared, 'public/models/names.bin');
