import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { tokenise } from '../../lib/text/tokens.ts';
import { findBrowser } from '../browsers.ts';
import { root } from '../command.ts';
import { quietSwitches } from '../drive/chromium.ts';
import { bundle } from './bundle.ts';
import { type NameReader, nameReaderNames, nameReaders } from './name-readers.ts';
import { inOnePiece, readCorpus } from './names.ts';
import { type Bench, type BenchRow, timeOf } from './rows.ts';

/** A long page. */
const textLength = 100_000;
const weightsFile = join(root, 'public', 'models', 'names.bin');

export const recognitionBench: Bench = {
  name: 'recognition',
  about: 'names told from their context, in Node and in a worker of Chromium, against other libraries',
  async run(say) {
    const { text } = readCorpus(textLength);
    const bytes = readFileSync(weightsFile);
    const weights = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const tokens = tokenise(text).length;
    const speed = (where: string, subject: string, milliseconds: number): BenchRow => ({
      bench: 'recognition',
      case: `a text of ${tokens.toLocaleString('en')} tokens, ${where}`,
      subject,
      metric: 'throughput',
      value: (tokens / milliseconds) * 1000,
      unit: 'tokens/s',
    });
    const rows: BenchRow[] = [];
    for (const reader of nameReaderNames) {
      say(`${reader}, Node`);
      const find = nameReaders[reader](weights);
      rows.push(
        speed(
          'Node',
          reader,
          timeOf(() => find(text)),
        ),
      );
    }
    rows.push(...measureGrowth(weights, say));
    const browser = findBrowser('chromium');
    if (browser === null) say('no Chromium here: its worker is left out');
    else
      for (const [reader, milliseconds] of await timeInWorker(browser.path, { text, weights }, say))
        rows.push(speed('a worker of Chromium', reader, milliseconds));
    rows.push(...(await measureSizes(bytes)));
    return rows;
  },
};

const kilobyte = 1000;
const growing: readonly number[] = [10 * kilobyte, 100 * kilobyte, 1000 * kilobyte];
/** Text that is none: what a hostile page or a broken one may hold. */
const awkward: Readonly<Record<string, string>> = {
  'all capitals': 'ANGELA MERKEL MET ACME LTD IN PARIS, SAID THE MINISTER OF FINANCE. ',
  'no sentences': 'Angela Merkel met Acme Ltd and ',
  'nothing but names': 'Tunde Bakare, Grace Otieno, Kofi Boateng, ',
  'mixed scripts, lone surrogates and controls of direction':
    'Анна Karenina \u202e北京 \ud800Müller\u200b’s \u0627لقاهرة, ',
};

/** How time grows with the text, a round each where it takes long. */
function measureGrowth(weights: ArrayBuffer, say: (line: string) => void): BenchRow[] {
  const row = (about: string, subject: string, value: number): BenchRow => ({
    bench: 'recognition',
    case: `growth, ${about}`,
    subject,
    metric: 'time',
    value,
    unit: 'ms',
  });
  const time = (find: (text: string) => unknown, text: string): number => {
    if (text.length < 100 * kilobyte) return timeOf(() => find(text), 0.5);
    const began = performance.now();
    find(text);
    return performance.now() - began;
  };
  const rows = growing.flatMap((size) => {
    const { text } = readCorpus(size);
    return nameReaderNames.map((reader) => {
      say(`${reader}, ${size / kilobyte} KB`);
      return row(`${size / kilobyte} KB of news`, reader, time(nameReaders[reader](weights), text));
    });
  });
  const find = nameReaders.sidelight(weights);
  for (const [kind, piece] of Object.entries(awkward))
    for (const size of growing) {
      say(`${kind}, ${size / kilobyte} KB`);
      const text = inOnePiece(piece.repeat(Math.ceil(size / piece.length)));
      rows.push(row(`${size / kilobyte} KB of ${kind}`, 'sidelight', time(find, text)));
    }
  return rows;
}

interface Task {
  readonly text: string;
  readonly weights: ArrayBuffer;
}

async function timeInWorker(
  path: string,
  { text, weights }: Task,
  say: (line: string) => void,
): Promise<(readonly [NameReader, number])[]> {
  const script = await bundle('scripts/bench/name-worker.ts');
  const browser = await chromium.launch({ executablePath: path, args: [...quietSwitches] });
  try {
    const page = await browser.newPage();
    const measured: (readonly [NameReader, number])[] = [];
    for (const reader of nameReaderNames) {
      say(`${reader}, a worker of Chromium`);
      const milliseconds = await page.evaluate(
        ({ script, reader, text, weights }) =>
          new Promise<number>((resolve, reject) => {
            const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
            const worker = new Worker(url);
            worker.addEventListener('message', ({ data }) => resolve(data as number));
            worker.addEventListener('error', ({ message }) => reject(new Error(message)));
            worker.postMessage(
              {
                reader,
                text,
                weights: Uint8Array.from(atob(weights), (c) => c.charCodeAt(0)).buffer,
              },
              [],
            );
          }),
        { script, reader, text, weights: Buffer.from(weights).toString('base64') },
      );
      measured.push([reader, milliseconds]);
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** What each needs in a browser: code, minified, with its data; gzipped. */
async function measureSizes(weights: Uint8Array): Promise<BenchRow[]> {
  const gzipped = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 9 }).length;
  const ours = gzipped(await bundle('lib/recognise/names.ts')) + gzipped(weights);
  const peer = async (name: string): Promise<number> => gzipped(await bundle(`node_modules/${name}`));
  const sizes: readonly (readonly [NameReader, number])[] = [
    ['sidelight', ours],
    ['compromise', await peer('compromise/src/three.js')],
    ['wink-nlp', (await peer('wink-nlp/src/wink-nlp.js')) + (await peer('wink-eng-lite-web-model/dist/model.js'))],
  ];
  return sizes.map(([subject, value]) => ({
    bench: 'recognition',
    case: 'size of code and data, gzipped',
    subject,
    metric: 'size',
    value: value / 1000,
    unit: 'KB',
  }));
}
