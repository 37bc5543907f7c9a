import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A chunk in the manifest of Vite. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const DIST = join(import.meta.dirname, '../../web/dist');
const KB = 1_000;
/** What a browser loads before it can show the list of conversations, and then an open conversation. */
const LIST = [
  'index.html',
  'src/main.tsx',
  'src/locales/pt-BR/index.ts',
  'src/app/shell/shell.tsx',
  'src/features/conversations/inbox-page.tsx',
];
const THREAD = [...LIST, 'src/features/messages/thread-page.tsx'];

/** What a visitor's browser loads before the booking page is shown. */
const BOOKING = ['book.html', 'src/book/main.tsx', 'src/locales/pt-BR/book.json'];

describe('the size of the web pages, compressed with gzip', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(DIST, '.vite', name), 'utf8')) as Record<string, Chunk>;
  const staff = read('manifest.json');
  const booking = read('book-manifest.json');

  function filesOf(names: readonly string[], kind: 'js' | 'css'): { file: string; bytes: number }[] {
    const manifest = names === BOOKING ? booking : staff;
    const seen = new Set<string>();
    const visit = (name: string): void => {
      const chunk = manifest[name];
      if (!chunk) throw new Error(`${name} is not in the manifest`);
      if (seen.has(name)) return;
      seen.add(name);
      chunk.imports?.forEach(visit);
    };
    names.forEach(visit);
    const chunks = [...seen].map((name) => manifest[name] as Chunk);
    const files = new Set(chunks.flatMap((chunk) => (kind === 'js' ? [chunk.file] : (chunk.css ?? []))));
    return [...files].map((file) => ({ file, bytes: readFileSync(join(DIST, `${file}.gz`)).length }));
  }

  it.each([
    ['the list of conversations', 'js', LIST, 200 * KB],
    ['an open conversation', 'js', THREAD, 250 * KB],
    ['the styles of both', 'css', THREAD, 25 * KB],
    ['the page of visitors', 'js', BOOKING, 90 * KB],
    ['the styles of the page of visitors', 'css', BOOKING, 10 * KB],
  ] as const)('keeps %s (%s) within its budget', (_what, kind, names, budget) => {
    const files = filesOf(names, kind).sort((a, b) => b.bytes - a.bytes);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = files.slice(0, 10).map(({ file, bytes }) => `${file} ${bytes}`);
    expect({ withinBudget: total <= budget, total, largest }).toMatchObject({ withinBudget: true });
  });
});
