import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { parseMail } from '../../../../../../test/support/mailbox.js';
import { passwordResetMail } from '../account-mails.js';
import { MailNotTakenError } from '../mailer.js';
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
  const sockets = new Set<Socket>();
  const cutConnections = (): void => sockets.forEach((socket) => void socket.destroy());

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'pets' && password === 'secret' ? done(null, { user: username }) : done(new Error('who?')),
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('refused') ? new Error('no such box') : null),
      onData: (stream, { envelope }, done) => {
        void text(stream).then((source) => {
          if (envelope.rcptTo.some(({ address }) => address.startsWith('cut'))) return cutConnections();
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.server.on('connection', (socket: Socket) => sockets.add(socket));
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

  it('adds a calendar file that mail programs understand', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await mailer.send({ ...MAIL, replyTo: 'salon@example.com', calendar: { method: 'REQUEST', content } });
    const source = received.at(-1)?.source ?? '';
    expect(source).toContain('Reply-To: salon@example.com');
    expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(source).toContain('filename=appointment.ics');
  });

  it('says that the mail was not taken when the server refuses the address', async () => {
    const refused = mailer.send({ ...MAIL, to: 'refused@example.com' });
    await expect(refused).rejects.toThrow('no such box');
    await expect(refused).rejects.toBeInstanceOf(MailNotTakenError);
  });

  it('says that the mail was not taken when nobody listens', async () => {
    const nowhere = new SmtpMailer('smtp://127.0.0.1:1', FROM);
    const lost = nowhere.send(MAIL);
    await expect(lost).rejects.toThrow('ECONNREFUSED');
    await expect(lost).rejects.toBeInstanceOf(MailNotTakenError);
    await nowhere.close();
  });

  it('does not say so when the server ends the connection after the content', async () => {
    const cut = mailer.send({ ...MAIL, to: 'cut@example.com' });
    await expect(cut).rejects.toThrow();
    await expect(cut).rejects.not.toBeInstanceOf(MailNotTakenError);
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
