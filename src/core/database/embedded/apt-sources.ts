/**
 * Rewrites apt's sources of one release into those of a later one: the machine's own mirrors, keys and options stay.
 * Both formats are read: one line an entry (`*.list`) and deb822 (`*.sources`).
 */

/** First release with glibc >= 2.38, which the embedded engine needs, by the release that a machine runs. */
const RELEASE_WITH_NEWER_GLIBC: Readonly<Record<string, string>> = {
  buster: 'trixie',
  bullseye: 'trixie',
  bookworm: 'trixie',
  focal: 'noble',
  jammy: 'noble',
};

/** The release to take a newer libc6 from, by the text of /etc/os-release; undefined where none is known. */
export function newerRelease(osRelease: string): { current: string; next: string } | undefined {
  const current = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(osRelease)?.[1];
  const next = current === undefined ? undefined : RELEASE_WITH_NEWER_GLIBC[current];
  return current !== undefined && next !== undefined ? { current, next } : undefined;
}

/**
 * The entries of one sources file for the release `current`, turned to the release `next`; '' if it has none.
 * Suites such as `bookworm-updates` and those of other vendors are left out: libc6 is in the plain suite.
 */
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

/** A deb822 field with its continuation lines, which begin with a blank. */
function fieldPattern(field: string): RegExp {
  return new RegExp(`^${field}:(.*(?:\\n[ \\t].*)*)`, 'im');
}

function fieldWords(stanza: string, field: string): string[] {
  return fieldPattern(field).exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
}
