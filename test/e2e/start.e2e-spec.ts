import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import request from 'supertest';
import { freePort } from '../support/free-port.js';
import { ensureBuilt, StartedProduct } from '../support/started-product.js';

const BUILD_TIMEOUT_MS = 5 * 60_000;
const ANA = { channel_id: '1000000000000001', customer_id: '2410000000000101' };

/** What a person does after `npm start`. */
class Visitor {
  private constructor(
    readonly url: string,
    readonly sandboxUrl: string,
    readonly token: string,
  ) {}

  static async logIn(welcome: Record<string, string>): Promise<Visitor> {
    const url = String(welcome['PetBuddy']).replace('localhost', '127.0.0.1');
    const [email, password] = String(welcome['Demo log-in']).split(' / ');
    const { body } = await request(url).post('/api/v1/auth/login').send({ email, password }).expect(200);
    return new Visitor(url, String(welcome['Practice phone']), body.tokens.accessToken);
  }

  get auth(): { authorization: string } {
    return { authorization: `Bearer ${this.token}` };
  }

  async conversations(): Promise<{ _id: string; contact_id: string; contact: { full_name: string } }[]> {
    const { body } = await request(this.url).get('/api/v1/conversations?limit=100').set(this.auth).expect(200);
    return body.items;
  }

  /** Writes on the phone and answers how the inbox heard of it. */
  async hearFromAna(text: string): Promise<{ message: { content: string; contact_id: string } }> {
    const socket = io(this.url, { auth: { token: this.token }, transports: ['websocket'] });
    try {
      await new Promise((resolve) => socket.once('session:ready', resolve));
      const heard = new Promise<{ message: { content: string; contact_id: string } }>((resolve) =>
        socket.once('message:new', resolve),
      );
      await request(this.sandboxUrl)
        .post('/__control/play')
        .send({ ...ANA, do: 'text', text })
        .expect(200);
      return await heard;
    } finally {
      socket.close();
    }
  }

  async answer(contact_id: string, content: string): Promise<{ forwarding: unknown }> {
    const message = { contact_id, content, role: 'operator', platform: 'facebook', direction: 'outbound' };
    const { body } = await request(this.url).post('/api/v1/messages').set(this.auth).send(message).expect(201);
    return body;
  }

  /** Whether each of the demo's channels can send and will receive. */
  async selfTests(): Promise<boolean[]> {
    const { body: channels } = await request(this.url).get('/api/v1/channels').set(this.auth).expect(200);
    const test = async ({ _id }: { _id: string }): Promise<boolean> =>
      (await request(this.url).post(`/api/v1/channels/${_id}/self-test`).set(this.auth)).body.ok;
    return Promise.all(channels.items.map(test));
  }

  async textsOnAnasPhone(): Promise<string[]> {
    const { body } = await request(this.sandboxUrl).get('/__control/phone').query(ANA).expect(200);
    return body.messages.map(({ text }: { text: string }) => text);
  }
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-start-'));
  const running: StartedProduct[] = [];
  let sandboxPort: number;

  const start = (
    env: Record<string, string> = {},
    entry: 'main' | 'start' | 'npm' | 'admin' = 'main',
    more: readonly string[] = [],
  ): StartedProduct => {
    const base = { DATA_DIR: join(folder, 'data'), LOG_DIR: join(folder, 'logs'), PORT: '0' };
    const product = new StartedProduct(folder, { ...base, SANDBOX_PORT: String(sandboxPort), ...env }, entry, more);
    running.push(product);
    return product;
  };
  const endAll = async (): Promise<void> => {
    for (const product of running.splice(0)) {
      product.killGroup('SIGKILL');
      await product.ended;
    }
  };

  /** Kills the API, and waits for its sandbox to notice. */
  const killWithSandbox = async (product: StartedProduct, sandboxUrl: string): Promise<void> => {
    const stream = await fetch(`${sandboxUrl}/__control/stream`);
    const closed = stream.text().catch(() => 'broken off');
    product.kill('SIGKILL');
    await closed;
  };

  beforeAll(async () => {
    await ensureBuilt();
    sandboxPort = await freePort();
  }, BUILD_TIMEOUT_MS);
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  describe('the first time', () => {
    let product: StartedProduct;
    let welcome: Record<string, string>;

    beforeAll(async () => {
      product = start();
      welcome = await product.welcome();
    });
    afterAll(endAll);

    it('brings a demo that can be talked to', async () => {
      const visitor = await Visitor.logIn(welcome);
      await request(visitor.url).get('/health/ready').expect(200);
      // Another address of this machine: the demo's public log-in is for nobody else.
      await expect(fetch(visitor.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow();
      await request(visitor.sandboxUrl).get('/').expect(200).expect('content-type', /html/);
      expect(await visitor.conversations()).toHaveLength(12);

      const { message } = await visitor.hearFromAna('Oi de novo!');
      expect(message.content).toBe('Oi de novo!');
      expect(await visitor.answer(message.contact_id, 'Oi, Ana!')).toMatchObject({
        forwarding: { status: 'success' },
      });
      expect((await visitor.textsOnAnasPhone()).slice(-2)).toEqual(['Oi de novo!', 'Oi, Ana!']);
      expect(await visitor.selfTests()).toEqual([true, true, true]);
    });

    it('lets the second demo company answer, and makes a super_admin while it runs', async () => {
      const rita = await Visitor.logIn({ ...welcome, 'Demo log-in': 'rita@bairro.example / petbuddy-demo' });
      const james = (await rita.conversations()).find(({ contact }) => contact.full_name === 'James Whitlock');
      const answer = await rita.answer(String(james?.contact_id), 'We do, and we are gentle.');
      expect(answer).toMatchObject({ forwarding: { status: 'success' } });
      expect(await rita.selfTests()).toEqual([true]);

      const unroutable = async ({ url, auth }: Visitor): Promise<number> =>
        (await request(url).get('/api/v1/meta/inbound-events?state=unroutable').set(auth)).status;
      expect(await unroutable(rita)).toBe(403);
      const promote = async (mail: string): Promise<string> => {
        const command = start({}, 'admin', ['make-super-admin', mail]);
        return `${(await command.ended).code} ${command.output.trim()}`;
      };
      for (const mail of ['nobody@bairro.example', 'Rita@bairro.example'])
        expect(await promote(mail)).toMatch(new RegExp(`^1 .*${mail}.*Create a separate account`, 's'));
      expect(await promote('Tom@bairro.example')).toBe(
        '0 tom@bairro.example is a super_admin from the next log-in on.',
      );
      const promoted = await Visitor.logIn({ ...welcome, 'Demo log-in': 'tom@bairro.example / petbuddy-demo' });
      expect(await unroutable(promoted)).toBe(200);
    });

    it('ends in order', async () => {
      product.kill('SIGTERM');
      expect(await product.ended).toEqual({ code: 0, signal: null });
      expect(product.output).toMatch(/SIGTERM: shutting down[^]*flush: sandbox done[^]*database-close: modules done/);
      await expect(fetch(String(welcome['Practice phone']))).rejects.toThrow();
    });
  });

  describe('later', () => {
    afterEach(endAll);

    it('leaves no sandbox behind when it is killed, and goes on with the phones and reply windows as they were', async () => {
      const first = start();
      const visitorBefore = await Visitor.logIn(await first.welcome());
      const before = await visitorBefore.textsOnAnasPhone();
      await killWithSandbox(first, visitorBefore.sandboxUrl);
      await expect(fetch(visitorBefore.sandboxUrl)).rejects.toThrow();
      const product = start();
      const visitor = await Visitor.logIn(await product.welcome());
      const conversations = await visitor.conversations();
      expect(conversations).toHaveLength(12);
      expect(before).toContain('Oi, Ana!');
      expect(await visitor.textsOnAnasPhone()).toEqual(before);
      const ana = conversations.find(({ contact }) => contact.full_name === 'Ana Souza');
      expect(await visitor.answer(String(ana?.contact_id), 'Até já!')).toMatchObject({
        forwarding: { status: 'success' },
      });
    });

    it('ends in order when the script that started it is killed', async () => {
      const product = start({}, 'start');
      const welcome = await product.welcome();
      const url = String(welcome['PetBuddy']).replace('localhost', '127.0.0.1');
      await request(url).get('/health/ready').expect(200);
      product.kill('SIGKILL');
      expect(await product.ended).toEqual({ code: null, signal: 'SIGKILL' });
      expect(product.output).toMatch(/SIGTERM: shutting down[^]*flush: sandbox done[^]*database-close: modules done/);
      await expect(fetch(url)).rejects.toThrow();
    });

    it.each(['npm', 'its whole process group'])('ends in order when %s gets the signal', async (whom) => {
      const product = start({}, 'npm');
      const welcome = await product.welcome();
      const url = String(welcome['PetBuddy']).replace('localhost', '127.0.0.1');
      if (whom === 'npm') product.kill('SIGTERM');
      else product.killGroup('SIGTERM');
      await product.ended;
      expect(product.output).toMatch(/SIGTERM: shutting down[^]*flush: sandbox done[^]*database-close: modules done/);
      expect(product.output).not.toContain('ending at once');
      await expect(fetch(url)).rejects.toThrow();
    });

    it('says in one message that its port is taken, and that the sandbox of another one runs', async () => {
      const first = start();
      const welcome = await first.welcome();
      const { port } = new URL(String(welcome['PetBuddy']));
      const second = start({ PORT: port });
      expect(await second.ended).toEqual({ code: 1, signal: null });
      expect(second.output).toMatch(new RegExp(`PetBuddy did not start\\.\\nPort ${port} is taken .* set PORT`));
      expect(second.output).not.toContain('EADDRINUSE');

      const third = start();
      expect(await third.welcome()).not.toHaveProperty('Practice phone');
      expect(third.output).toContain(`port ${sandboxPort} is taken`);
    });

    it('says what is wrong with the configuration', async () => {
      const product = start({ PORT: 'many', REFRESH_TOKEN_TTL: 'long' });
      expect(await product.ended).toEqual({ code: 1, signal: null });
      expect(product.output).toContain(
        '- PORT must be a whole number 0..65535\n- REFRESH_TOKEN_TTL must be a duration',
      );
    });
  });
});
