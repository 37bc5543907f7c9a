import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { parseMail } from '../../../../../../test/support/mailbox.js';
import { passwordResetMail } from '../account-mails.js';
import { FileMailer } from './file-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const FROM = 'PetBuddy <no-reply@example.com>';
const MAIL = passwordResetMail(
  { email: 'ana@example.com', full_name: 'Ana Conceição', locale: 'pt-BR' },
  'https://pets.example.com/reset-password/abc',
);

describe('SmtpMailer', () => {
  const received: { from: string; to: string[]; source: string }[] = [];
  let server: SMTPServer;
  let mailer: SmtpMailer;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'pets' && password === 'secret' ? done(null, { user: username }) : done(new Error('who?')),
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('refused') ? new Error('no such box') : null),
      onData: (stream, { envelope }, done) => {
        void text(stream).then((source) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = new SmtpMailer(`smtp://pets:secret@127.0.0.1:${port}`, FROM);
  });
  afterAll(async () => {
    await mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('hands both bodies to the server', async () => {
    await mailer.send(MAIL);
    expect(received).toMatchObject([{ from: 'no-reply@example.com', to: ['ana@example.com'] }]);
    const { raw } = parseMail(received[0]?.source ?? '');
    expect(raw).toContain('text/plain');
    expect(raw).toContain('text/html');
    expect(raw).toContain('https://pets.example.com/reset-password/abc');
  });

  it('fails when the server refuses', async () => {
    await expect(mailer.send({ ...MAIL, to: 'refused@example.com' })).rejects.toThrow('no such box');
  });

  it('fails when nobody listens', async () => {
    const nowhere = new SmtpMailer('smtp://127.0.0.1:1', FROM);
    await expect(nowhere.send(MAIL)).rejects.toThrow('ECONNREFUSED');
    await nowhere.close();
  });
});

describe('FileMailer', () => {
  it('stores each mail in private files: as it would be sent, as text and as HTML', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'petbuddy-mail-'));
    try {
      const mailer = new FileMailer(join(folder, 'mail'), FROM);
      await Promise.all([mailer.send(MAIL), mailer.send(MAIL)]);
      const files = (await readdir(join(folder, 'mail'))).sort();
      expect(files.map(extname)).toEqual(['.eml', '.html', '.txt', '.eml', '.html', '.txt']);
      const paths = files.map((file) => join(folder, 'mail', file));
      for (const path of paths) expect((await stat(path)).mode & 0o777).toBe(0o600);
      const [raw, html, readable] = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
      expect(parseMail(raw ?? '')).toMatchObject({ to: 'ana@example.com' });
      expect(html).toBe(MAIL.html);
      expect(readable).toBe(`From: ${FROM}\nTo: ana@example.com\nSubject: ${MAIL.subject}\n\n${MAIL.text}\n`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
