/**
 * Turns the apt sources of one release into those of a later one. Mirrors, keys and options stay. Reads both
 * formats: `*.list` and deb822 (`*.sources`).
 */

/** Release -> the first later release with glibc >= 2.38, which the embedded engine needs. */
const RELEASE_WITH_NEWER_GLIBC: Readonly<Record<string, string>> = {
  buster: 'trixie',
  bullseye: 'trixie',
  bookworm: 'trixie',
  focal: 'noble',
  jammy: 'noble',
};

export function newerRelease(osRelease: string): { current: string; next: string } | undefined {
  const current = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(osRelease)?.[1];
  const next = current === undefined ? undefined : RELEASE_WITH_NEWER_GLIBC[current];
  return current !== undefined && next !== undefined ? { current, next } : undefined;
}

/** Skips suites such as `bookworm-updates` and those of other vendors: libc6 is in the plain suite. */
export function renameSuite(fileName: string, text: string, current: string, next: string): string {
  return fileName.endsWith('.sources') ? renameInStanzas(text, current, next) : renameInLines(text, current, next);
}

function renameInLines(text: string, current: string, next: string): string {
  return text
    .split('\n')
    .map((line) => /^\s*deb\s+(\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line))
    .filter((entry) => entry?.[3] === current)
    .map((entry) => `deb ${entry?.[1] ?? ''}${entry?.[2] ?? ''} ${next} ${entry?.[4] ?? ''}\n`)
    .join('');
}

function renameInStanzas(text: string, current: string, next: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .filter((stanza) => isEnabledFor(stanza, current))
    .map((stanza) => `${stanza.replace(fieldPattern('Suites'), `Suites: ${next}`).trim()}\n\n`)
    .join('');
}

function isEnabledFor(stanza: string, suite: string): boolean {
  return (
    fieldWords(stanza, 'Suites').includes(suite) &&
    fieldWords(stanza, 'Types').includes('deb') &&
    !fieldWords(stanza, 'Enabled').includes('no')
  );
}

function fieldPattern(field: string): RegExp {
  return new RegExp(`^${field}:(.*(?:\\n[ \\t].*)*)`, 'im');
}

function fieldWords(stanza: string, field: string): string[] {
  return fieldPattern(field).exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
}
