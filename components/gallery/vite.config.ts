import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npx vite components/gallery` opens the gallery by itself, without the extension around it. */
export default defineConfig({ root: import.meta.dirname, base: './', plugins: [preact()] });
