import { defineConfig, type Plugin } from 'vite';

/** The started product that `npm run web` talks to. */
const API = process.env.API_URL ?? 'http://localhost:4000';

/** Chunks that every log-in needs at once, though they are imported later. */
const LOADED_FIRST = ['src/main.tsx', 'src/app/shell/shell.tsx', 'src/features/conversations/inbox-page.tsx'];

/** Lets the browser fetch the first chunks while the entry still waits for the refresh of the log-in. */
function preloadFirstChunks(): Plugin {
  return {
    name: 'preload-first-chunks',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.filter(({ facadeModuleId }) =>
          LOADED_FIRST.some((name) => facadeModuleId?.endsWith(name)),
        );
        const files = new Set(first.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        const styles = chunks
          .filter(({ fileName }) => files.has(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...[...files].map((file) => link({ rel: 'modulepreload', href: `/${file}` })),
          ...styles.map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
        ];
      },
    },
  };
}

const link = (attrs: { rel: string; href: string }) => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head' as const,
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadFirstChunks()],
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
