import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { root } from '../command.ts';
import { serveFolder, type Site } from '../serve.ts';
import { serveFonts } from './fonts.ts';

/** The page with every component in all its states, built and served, until closed. */
export async function serveGallery(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-gallery-'));
  await build({
    configFile: false,
    root: join(root, 'components', 'gallery'),
    base: './',
    logLevel: 'error',
    plugins: [preact()],
    build: { outDir: folder, emptyOutDir: true, minify: false, target: 'esnext' },
  });
  cpSync(join(root, 'public', 'icon'), join(folder, 'icon'), { recursive: true });
  serveFonts(folder);
  const site = await serveFolder(folder);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
