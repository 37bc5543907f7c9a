import type { Plugin } from 'vite';

/**
 * Lets the browser fetch the first chunks while the entry still runs.
 *
 * @param names files of the chunks that are needed at once, though they are imported later
 */
export function preloadFirstChunks(names: readonly string[]): Plugin {
  return {
    name: 'preload-first-chunks',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.filter(({ facadeModuleId }) => names.some((name) => facadeModuleId?.endsWith(name)));
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
