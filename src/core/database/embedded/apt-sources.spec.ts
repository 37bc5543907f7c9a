import { newerRelease, renameSuite } from './apt-sources.js';

describe('newerRelease', () => {
  it.each([
    ['VERSION_CODENAME=bookworm\nID=debian', { current: 'bookworm', next: 'trixie' }],
    ['ID=ubuntu\nVERSION_CODENAME="jammy"\n', { current: 'jammy', next: 'noble' }],
    ['VERSION_CODENAME=trixie\n', undefined],
    ['ID=alpine\n', undefined],
  ])('of %j is %j', (osRelease, expected) => {
    expect(newerRelease(osRelease)).toEqual(expected);
  });
});

describe('renameSuite', () => {
  const rename = (file: string, lines: string[]): string => renameSuite(file, lines.join('\n'), 'bookworm', 'trixie');

  it('turns the lines of the plain suite and keeps their options', () => {
    expect(
      rename('/etc/apt/sources.list', [
        '# deb http://mirror.example/debian bookworm main',
        'deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main contrib',
        'deb-src http://mirror.example/debian bookworm main',
        'deb http://mirror.example/debian bookworm-updates main',
        'deb http://vendor.example/apt stable main',
      ]),
    ).toBe('deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian trixie main contrib\n');
  });

  it('turns the stanzas that have the plain suite, wherever the field is and however it is broken', () => {
    expect(
      rename('debian.sources', [
        'Types: deb deb-src',
        '# a comment',
        'URIs: http://mirror.example/debian',
        'Suites: bookworm',
        ' bookworm-updates',
        'Components: main',
        'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
        '',
        'Types: deb',
        'URIs: http://mirror.example/security',
        'Suites: bookworm-security',
        'Components: main',
      ]),
    ).toBe(
      [
        'Types: deb deb-src',
        'URIs: http://mirror.example/debian',
        'Suites: trixie',
        'Components: main',
        'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
        '\n',
      ].join('\n'),
    );
  });

  it('leaves out disabled stanzas and those of sources only', () => {
    const stanza = ['URIs: http://mirror.example/debian', 'Suites: bookworm', 'Components: main'];
    expect(rename('a.sources', ['Types: deb', 'Enabled: no', ...stanza])).toBe('');
    expect(rename('a.sources', ['Types: deb-src', ...stanza])).toBe('');
  });
});
