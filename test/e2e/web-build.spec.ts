import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface WebDist {
  publish: (build: string, folder: string) => void;
}

const { publish } = (await import(new URL('../../scripts/web-dist.mjs', import.meta.url).href)) as WebDist;

const DAY_MS = 24 * 60 * 60_000;

describe('publishing a build of the web app', () => {
  const root = mkdtempSync(join(tmpdir(), 'petbuddy-build-'));
  const served = join(root, 'dist');
  const isServed = (name: string): boolean => existsSync(join(served, name));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const build = (name: string): string => {
    const folder = join(root, 'build');
    write(join(folder, 'index.html'), name);
    write(join(folder, `assets/${name}.js`), name);
    write(join(folder, `assets/${name}.js.gz`), name);
    write(join(folder, '.vite/manifest.json'), JSON.stringify({ main: { file: `assets/${name}.js` } }));
    return folder;
  };
  const age = (days: number, ...names: string[]): void => {
    const time = new Date(Date.now() - days * DAY_MS);
    for (const name of names) utimesSync(join(served, name), time, time);
  };
  afterAll(() => rmSync(root, { recursive: true }));

  it('keeps the files of the replaced build for a week, however old that build is', () => {
    publish(build('first'), served);
    age(30, 'assets/first.js', 'assets/first.js.gz');
    publish(build('second'), served);
    expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('second');
    expect(isServed('assets/first.js') && isServed('assets/first.js.gz')).toBe(true);

    age(6, 'assets/first.js');
    age(8, 'assets/first.js.gz');
    publish(build('third'), served);
    expect(isServed('assets/first.js')).toBe(true);
    expect(isServed('assets/first.js.gz')).toBe(false);
    expect(isServed('assets/second.js')).toBe(true);
  });

  it('keeps the files that an unchanged build has again', () => {
    age(30, 'assets/third.js');
    publish(build('third'), served);
    expect(isServed('assets/third.js')).toBe(true);
  });
});
