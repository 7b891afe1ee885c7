/** `analyse FILE [--url URL] [--pack FILE]...`: prints an article's analysis as JSON. */
import { parseArgs } from 'node:util';
import { readArticleFile } from './analysis/read-article.ts';

const usage = 'usage: npm run --silent analyse -- FILE [--url URL] [--pack FILE]...';

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}

function readArguments(): { file: string; url: string | null; packs: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, pack: { type: 'string', multiple: true } },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) refuse(usage);
    if (values.url !== undefined && !URL.canParse(values.url)) refuse(`--url ${values.url}: not an address`);
    return { file, url: values.url ?? null, packs: values.pack ?? [] };
  } catch {
    refuse(usage);
  }
}

const { file, url, packs } = readArguments();
const read = await readArticleFile(file, url);
if (!read.ok) refuse(read.failure);
// Loaded here, so that whoever is refused does not wait for it.
const [{ annotate }, { formatAnalysis }, { openResources }] = await Promise.all([
  import('../lib/annotate/annotate.ts'),
  import('./analysis/format.ts'),
  import('./analysis/resources.ts'),
]);
const resources = await openResources(packs);
if (!resources.ok) refuse(resources.failure);
const analysis = await annotate(read.value.article, resources.value);
process.stdout.write(`${JSON.stringify(formatAnalysis(analysis, read.value.verdict), null, 1)}\n`);
