import { defineConfig, type Plugin } from 'vite';
import { preloadFirstChunks } from './preload-first-chunks.ts';

/** The started product that `npm run web` talks to. */
const API = process.env.API_URL ?? 'http://localhost:4000';

/** Chunks that every log-in needs at once, though they are imported later. */
const LOADED_FIRST = ['src/main.tsx', 'src/app/shell/shell.tsx', 'src/features/conversations/inbox-page.tsx'];

/** Shows the page of visitors at its addresses, as the API does when it serves the built files. */
function serveBookingPage(): Plugin {
  return {
    name: 'serve-booking-page',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (/^\/(book|booking\/manage)\/[^/]+$/.test(request.url ?? '')) request.url = '/book.html';
        next();
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadFirstChunks(LOADED_FIRST), serveBookingPage()],
  build: {
    manifest: true,
    // Small files must stay files: the page's policy refuses `data:` fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One file each: fetching dozens of small ones takes longer than their bytes do.
        codeSplitting: {
          groups: [
            { name: 'boot', test: /\/src\/boot\.ts$/, priority: 2 },
            { name: 'first', test: new RegExp(`/(${LOADED_FIRST.join('|')})$`), priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    // An object keeps the host of the request: the API takes cookies from pages of its own host only.
    proxy: { '/api': { target: API }, '/socket.io': { target: API, ws: true } },
  },
});
