import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import type { Sandbox } from '../../../../sandbox/server.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { contentOf, startConsumers, WebhookCompany } from '../../../../test/support/webhook-company.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import type { WebhookDeliveryDto } from './dto/webhook-delivery.dto.js';
import { KEEP_DELIVERIES_MS } from './webhook-limits.js';

const DAY_MS = 86_400_000;
const isCard = (card: unknown, id: string, state: string): boolean =>
  JSON.stringify(card).includes(id) && (card as { state: string }).state === state;

describe('outgoing webhooks', () => {
  let sandbox: Sandbox;
  let processes: DoomedProcesses;
  let owner: RegisteredCompany;
  let company: WebhookCompany;
  let staff: StaffSocket;

  beforeAll(async () => {
    sandbox = await startConsumers();
    processes = await DoomedProcesses.open({ OUTBOUND_ALLOWED_HOSTS: new URL(sandbox.url).host });
    owner = await registerCompany(processes.survivor);
    company = new WebhookCompany(processes.survivor, owner, sandbox);
    staff = await StaffSocket.connect(processes.survivor, owner.tokens.accessToken);
  });
  afterEach(async () => {
    const { body } = await company.call('get', '').expect(200);
    for (const { _id } of body.items) {
      await company.call('delete', `/${_id}`).expect(204);
      await staff.next('integration:updated', ({ integration }) => isCard(integration, _id, 'off'));
    }
  });
  afterAll(async () => {
    staff.close();
    await processes.close();
    await sandbox.close();
  });

  const settled = (endpointId: string, fits: (delivery: WebhookDeliveryDto) => boolean) =>
    staff.next(
      'webhook:delivery',
      (event) => event['endpointId'] === endpointId && fits(event['delivery'] as WebhookDeliveryDto),
    );
  /** Its attempts have failed for some days, and one more fails now. */
  const aFailingWebhook = async (days: number) => {
    const { name, webhook } = await company.aWebhook();
    sandbox.consumer.knobsOf(name).status = 503;
    await company.change(webhook._id, { failing_since: new Date(Date.now() - days * DAY_MS) });
    await company.receivesMessage('unwanted');
    await settled(webhook._id, ({ attempts }) => attempts.length === 1);
    return { webhook };
  };

  it('sends events that the package standardwebhooks accepts, and only of the chosen kinds', async () => {
    const { name, webhook } = await company.aWebhook();
    await company.receivesMessage('signed');
    const { headers, body } = await company.taken(name, 'signed');
    const verified = new Webhook(webhook.secret).verify(body, headers) as Record<string, unknown>;
    expect(verified).toMatchObject({
      type: 'message.created',
      company_id: owner.company._id,
      seq: expect.any(Number) as number,
      timestamp: expect.any(String) as string,
    });
    expect(headers['webhook-id']).toBe(`evt_${owner.company._id}_${String(verified['seq'])}`);
    expect(() => new Webhook(webhook.secret).verify(body.replace('signed', 'forged'), headers)).toThrow();
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    expect((await company.deliveries(webhook)).map(({ event }) => event)).toEqual(['message.created']);
  });

  it('appears among the integrations of its company only', async () => {
    const { webhook } = await company.aWebhook();
    const cardsOf = async ({ auth }: RegisteredCompany) => {
      const { body } = await request(processes.survivor.url).get('/api/v1/integrations').set(auth).expect(200);
      return body.items as unknown[];
    };
    const card = { id: webhook._id, kind: 'outgoing_webhook', state: 'live', health: { last_error: null } };
    expect(await cardsOf(owner)).toMatchObject([card]);
    expect(await cardsOf(await registerCompany(processes.survivor))).toEqual([]);
  });

  it('shows the secret once and stores it encrypted', async () => {
    const { webhook } = await company.aWebhook();
    const shown = JSON.stringify([await company.read(webhook), (await company.call('get', '')).body]);
    const document = JSON.stringify(await company.stored(webhook));
    for (const text of [shown, document]) expect(text).not.toContain(webhook.secret.slice('whsec_'.length));
  });

  it('signs with both secrets after a rotation, and with the new one alone after 24 hours', async () => {
    const { name, webhook } = await company.aWebhook();
    const { body: rotated } = await company.call('post', `/${webhook._id}/rotate-secret`).expect(200);
    await company.receivesMessage('rotating');
    const both = await company.taken(name, 'rotating');
    for (const secret of [webhook.secret, rotated.secret as string])
      new Webhook(secret).verify(both.body, both.headers);
    await company.change(webhook._id, { previous_secret_until: new Date() });
    sandbox.consumer.knobsOf(name).secret = rotated.secret as string;
    await company.receivesMessage('rotated');
    const { body, headers } = await company.taken(name, 'rotated');
    new Webhook(rotated.secret as string).verify(body, headers);
    expect(() => new Webhook(webhook.secret).verify(body, headers)).toThrow();
  });

  it('makes first attempts one after another, in the order of the events', async () => {
    const { name } = await company.aWebhook();
    await Promise.all(Array.from({ length: 30 }, (_, index) => company.receivesMessage(`in order ${index}`)));
    for (let index = 0; index < 30; index++) await company.taken(name, `in order ${index}`);
    const seqs = sandbox.consumer.takenBy(name).map(({ body }) => (JSON.parse(body) as { seq: number }).seq);
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    expect(new Set(seqs).size).toBe(30);
  });

  it('serves the others while an endpoint does not answer', async () => {
    const [dead, alive] = [await company.aWebhook(), await company.aWebhook()];
    sandbox.consumer.knobsOf(dead.name).hangs = true;
    const called = sandbox.consumer.called(dead.name);
    await company.receivesMessage('one');
    await called;
    await company.receivesMessage('two');
    await company.taken(alive.name, 'two');
    expect(sandbox.consumer.takenBy(dead.name)).toEqual([]);
  });

  it('repeats a failed attempt with the same id, and keeps what the endpoint answered', async () => {
    const { name, webhook } = await company.aWebhook();
    Object.assign(sandbox.consumer.knobsOf(name), { status: 500, body: 'x'.repeat(5_000) });
    await company.receivesMessage('later');
    await settled(webhook._id, ({ attempts }) => attempts.length === 1);
    const [failed] = await company.deliveries(webhook, 'status=pending');
    expect(failed?.attempts).toMatchObject([{ response_status: 500, error: expect.stringContaining('500') as string }]);
    expect(failed?.attempts[0]?.response_body).toHaveLength(2_048);
    expect((await company.read(webhook)).failing_since).not.toBeNull();
    sandbox.consumer.knobsOf(name).status = 200;
    await company.attemptAgain(webhook._id);
    const { headers } = await company.taken(name, 'later');
    expect(headers['webhook-id']).toBe(failed?.event_id);
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    expect((await company.read(webhook)).failing_since).toBeNull();
  });

  it('counts a redirect as a failure and does not follow it', async () => {
    const { name, webhook } = await company.aWebhook();
    sandbox.consumer.knobsOf(name).status = 302;
    const { body } = await company.call('post', `/${webhook._id}/test`).expect(200);
    expect(body).toMatchObject({ event: 'webhook.test', status: 'failed', attempts: [{ response_status: 302 }] });
  });

  it('sends one delivery again, and all since a time, in order', async () => {
    const { name, webhook } = await company.aWebhook();
    const since = new Date().toISOString();
    await company.receivesMessage('first');
    await company.taken(name, 'first');
    await company.receivesMessage('second');
    await company.taken(name, 'second');
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    const before = sandbox.consumer.takenBy(name);
    const [newest] = await company.deliveries(webhook);
    const again = sandbox.consumer.called(name);
    await company.call('post', `/${webhook._id}/deliveries/${newest?._id}/replay`).expect(202);
    await again;
    const { body } = await company.call('post', `/${webhook._id}/replay`, { since }).expect(202);
    expect(body.replayed).toBe(2);
    while (sandbox.consumer.takenBy(name).length < 5) await sandbox.consumer.called(name);
    const contents = sandbox.consumer.takenBy(name).map((one) => contentOf(JSON.parse(one.body) as object));
    expect(contents).toEqual(['first', 'second', 'second', 'first', 'second']);
    expect(sandbox.consumer.takenBy(name).at(-1)?.headers['webhook-id']).toBe(before[1]?.headers['webhook-id']);
  });

  it('also sends the events of a time when the webhook was off, if a replay asks for them', async () => {
    const { name, webhook } = await company.aWebhook();
    const since = new Date().toISOString();
    await company.call('patch', `/${webhook._id}`, { active: false }).expect(200);
    await company.receivesMessage('missed');
    await company.call('patch', `/${webhook._id}`, { active: true }).expect(200);
    await company.receivesMessage('seen');
    await company.taken(name, 'seen');
    expect(sandbox.consumer.takenBy(name)).toHaveLength(1);
    await company.call('post', `/${webhook._id}/replay`, { since }).expect(202);
    await company.taken(name, 'missed');
  });

  it('switches off an endpoint that only failed for 5 days, and mails the owner once', async () => {
    const { webhook } = await aFailingWebhook(6);
    await staff.next('integration:updated', ({ integration }) => isCard(integration, webhook._id, 'attention'));
    expect(await company.read(webhook)).toMatchObject({ active: false, disabled_at: expect.any(String) as string });
    const mails = await receiveMails(processes.survivor, owner.user.email);
    const told = mails.filter(({ subject }) => subject.includes('switched off'));
    expect(told).toHaveLength(1);
    expect(told[0]?.raw).toContain(`/settings/webhooks/${webhook._id}`);
  });

  it('keeps an endpoint whose failures are younger than 5 days', async () => {
    const { webhook } = await aFailingWebhook(4);
    expect(await company.read(webhook)).toMatchObject({ active: true, disabled_at: null });
  });

  it('refuses private addresses and plain http', async () => {
    for (const url of ['https://127.0.0.1/', 'https://localhost/', 'https://[::ffff:a9fe:a9fe]/', 'http://a.com/'])
      expect((await company.call('post', '', { url, events: ['message.created'] })).status).toBeGreaterThanOrEqual(400);
  });

  it('refuses a private address that the name leads to only later', async () => {
    const { webhook } = await company.aWebhook();
    await company.change(webhook._id, { url: 'https://localhost.localdomain/' });
    const { body } = await company.call('post', `/${webhook._id}/test`).expect(200);
    expect(body.attempts).toMatchObject([{ response_status: null }]);
  });

  it('hides the webhooks of a company from another one', async () => {
    const { webhook } = await company.aWebhook();
    await company.receivesMessage('ours');
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    const [delivery] = await company.deliveries(webhook);
    const stranger = new WebhookCompany(processes.survivor, await registerCompany(processes.survivor), sandbox);
    const own = await stranger.aWebhook();
    await stranger.call('get', `/${webhook._id}`).expect(404);
    await stranger.call('get', `/${webhook._id}/deliveries`).expect(404);
    await stranger.call('get', `/${webhook._id}/deliveries/${delivery?._id}`).expect(404);
    await stranger.call('post', `/${own.webhook._id}/deliveries/${delivery?._id}/replay`).expect(404);
    await stranger.call('post', `/${webhook._id}/replay`, { since: new Date().toISOString() }).expect(404);
    await stranger.call('post', `/${webhook._id}/rotate-secret`).expect(404);
    await stranger.call('delete', `/${webhook._id}`).expect(404);
    expect(sandbox.consumer.takenBy(own.name)).toEqual([]);
  });

  it('removes the words of a deleted customer from the deliveries, and from the answers of endpoints', async () => {
    const { name, webhook } = await company.aWebhook();
    sandbox.consumer.knobsOf(name).body = 'thank you for personal words';
    await company.receivesMessage('personal words');
    const { body } = await company.taken(name, 'personal words');
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    const { contact_id } = (JSON.parse(body) as { data: { message: { contact_id: string } } }).data.message;
    await company.deleteContact(contact_id);
    await processes.survivor.app.get<unknown, InlineJobs>(Jobs).drain();
    expect(await company.newestDelivery(webhook)).not.toContain('personal words');
  });

  it('does not copy words that are removed from the log at the same time', async () => {
    const { name, webhook } = await company.aWebhook();
    await company.removesWordsBeforeTheyAreRecorded();
    await company.receivesMessage('taken back');
    await company.taken(name, '');
    expect(await company.newestDelivery(webhook)).not.toContain('taken back');
  });

  it('deletes deliveries after 30 days', async () => {
    const { webhook } = await company.aWebhook();
    await company.receivesMessage('old');
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    await company.scheduler.purge(Date.now() + KEEP_DELIVERIES_MS - DAY_MS);
    expect(await company.deliveries(webhook)).toHaveLength(1);
    await company.scheduler.purge(Date.now() + KEEP_DELIVERIES_MS + DAY_MS);
    expect(await company.deliveries(webhook)).toEqual([]);
  });

  it.each([
    ['has recorded the event', 'webhooks.recorded', 1],
    ['has called the endpoint', 'webhooks.called', 2],
  ])('loses nothing if a process dies after it %s', async (_when, crashPoint, times) => {
    const { name, webhook } = await company.aWebhook();
    await processes.killedAt(crashPoint, (url) => company.receivesMessage(`survives ${crashPoint}`, url));
    await company.scheduler.sweep();
    while (sandbox.consumer.takenBy(name).length < times) await sandbox.consumer.called(name);
    await settled(webhook._id, ({ status }) => status === 'succeeded');
    const ids = sandbox.consumer.takenBy(name).map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([times, 1]);
    expect(await company.deliveries(webhook)).toHaveLength(1);
  });
});
