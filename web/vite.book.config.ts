import { join } from 'node:path';
import { defineConfig } from 'vite';
import { preloadFirstChunks } from './preload-first-chunks.ts';

const MAIN = 'src/book/main.tsx';

/** The page of visitors is built apart from the staff app: the two share no file, so neither grows by the other. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadFirstChunks([MAIN])],
  publicDir: false,
  build: {
    manifest: '.vite/book-manifest.json',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: join(import.meta.dirname, 'book.html'),
      output: {
        // One file for all that is shown first.
        codeSplitting: {
          groups: [
            { name: 'book-boot', test: /\/src\/book\/boot\.ts$/, priority: 2 },
            { name: 'book', test: new RegExp(`/${MAIN}$`) },
          ],
        },
      },
    },
  },
});
