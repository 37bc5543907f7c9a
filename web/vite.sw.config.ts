import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The service worker: one file, at an address that never changes, so that browsers find its next version. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    rolldownOptions: {
      input: join(import.meta.dirname, 'src/sw.ts'),
      output: { entryFileNames: 'sw.js' },
    },
  },
});
