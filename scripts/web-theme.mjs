/**
 * Writes Mantine's CSS variables and classes to a file, because the content security policy forbids the `<style>`
 * elements of its provider. `--check` fails if the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

const FILE = join(ROOT, 'web/src/app/mantine-theme.gen.css');

export async function writeThemeCss() {
  const css = await themeCss();
  if (css !== readFileSync(FILE, { encoding: 'utf8', flag: 'a+' })) writeFileSync(FILE, css);
}

async function themeCss() {
  const { createElement } = await import('react');
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { MantineProvider } = await import('@mantine/core');
  const { theme, cssVariablesResolver } = await import(pathToFileURL(join(ROOT, 'web/src/app/theme.ts')).href);
  const html = renderToStaticMarkup(createElement(MantineProvider, { theme, cssVariablesResolver }));
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css]) => css);
  return `/* Written by scripts/web-theme.mjs from theme.ts. */\n${styles.join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--check')) await writeThemeCss();
  else if ((await themeCss()) !== readFileSync(FILE, 'utf8')) {
    console.error('web/src/app/mantine-theme.gen.css is out of date: run node scripts/web-theme.mjs');
    process.exitCode = 1;
  }
}
