import request from 'supertest';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import {
  anAssistedSalon,
  assistantIsIdle,
  setAssistant,
  turnsOf,
  untilShown,
} from '../../../../test/support/assistant.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { saidTo, TappingCustomer } from '../../../../test/support/flows.js';
import { aPage, type Inbox, startSandboxForApp } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { WebhookRelay } from '../../../../test/support/webhook-relay.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageSweeper } from '../../inbox/message-log/message-sweeper.js';

const HOUR_MS = 3_600_000;

/** Two processes on one database; the one that gets the customer's "yes" is killed. */
describe('a process that is killed while the assistant books', () => {
  let inbox: Inbox;
  let processes: DoomedProcesses;
  let relay: WebhookRelay;
  let raw: RawDatabase;
  let salon: PublicSalon & { scope: CompanyScope };
  let people = 7_800;

  beforeAll(async () => {
    relay = await WebhookRelay.open();
    const { sandbox, metaEnv } = await startSandboxForApp(relay.url);
    processes = await DoomedProcesses.open({ ...metaEnv, PORT: '0' });
    relay.target = processes.survivor.url;
    inbox = { app: processes.survivor, sandbox, close: () => Promise.resolve() };
    raw = await openRawDatabase(inbox.app);
    salon = await anAssistedSalon(inbox);
  });
  afterAll(async () => {
    await raw.close();
    await relay.close();
    await inbox.sandbox.close();
    await processes.close();
  });

  it.each<CrashPointName>([
    'flow.handled',
    'assistant.begun',
    'assistant.calling',
    'assistant.called',
    'assistant.drafted',
    'message.inserted',
    'assistant.said',
    'assistant.ended',
  ])('at %s, loses no answer, books once and says it once', async (point) => {
    const customer = await killedAtYes(point);
    await recover();
    const said = (await saidTo(inbox, salon.scope, customer.id)).filter((text) => text.startsWith('Booked'));
    expect(said).toHaveLength(1);
    const [turn] = (await turnsOf(inbox.app, salon.scope, customer.id)).slice(-1);
    expect(turn).toMatchObject({ state: 'sent' });
    const booked = await raw.db.collection('appointments').find({ contact_id: turn?.contact_id }).toArray();
    expect(booked).toMatchObject([{ state: 'CONFIRMED' }]);
  });

  it('books nothing after that if the assistant was switched off meanwhile', async () => {
    const customer = await killedAtYes('assistant.begun');
    await setAssistant(inbox.app, salon, { mode: 'off' });
    await recover();
    await setAssistant(inbox.app, salon, { mode: 'auto' });
    expect(await bookedOf(await lastTurnOf(customer))).toEqual([]);
  });

  it('tells staff what it has booked, if a colleague has answered meanwhile', async () => {
    const customer = await killedAtYes('assistant.called');
    const { contact_id, conversation_id } = (await lastTurnOf(customer)) ?? {};
    const answer = { contact_id, platform: 'facebook', role: 'operator', direction: 'outbound', content: 'One moment' };
    await request(inbox.app.url).post('/api/v1/messages').set(salon.auth).send(answer).expect(201);
    await recover();
    const turn = await lastTurnOf(customer);
    expect(turn).toMatchObject({ state: 'dropped', error_code: 'STOPPED_BY_STAFF' });
    expect(await bookedOf(turn)).toMatchObject([{ state: 'CONFIRMED' }]);
    const said = await saidTo(inbox, salon.scope, customer.id);
    expect(said.filter((text) => text.startsWith('Booked'))).toEqual([]);
    const cause = { conversation_id, 'context.hand_off.cause': 'assistant_text_withheld' };
    const lines = await raw.db.collection('messages').find(cause).toArray();
    expect(lines).toMatchObject([{ content: expect.stringContaining('Booked: Bath') }]);
  });

  /** A customer who has agreed to a booking, in a process that was killed at this point. */
  async function killedAtYes(point: CrashPointName): Promise<TappingCustomer> {
    const page = aPage(inbox);
    await request(inbox.app.url).post('/api/v1/channels').set(salon.auth).send(page).expect(201);
    const customer = new TappingCustomer(inbox, String(++people), 'facebook', page.external_id);
    await customer.write('I want to book a bath');
    await recover();
    const { title } = await untilShown(inbox, customer, /\d\d:\d\d/);
    await customer.tap(title);
    await recover();
    const yes = await untilShown(inbox, customer, /^Yes$/);
    await processes.killedAt(point, async (url) => {
      relay.target = url;
      await inbox.sandbox.webhooks.send(customer.tapped(yes));
    });
    relay.target = inbox.app.url;
    return customer;
  }
  const lastTurnOf = async ({ id }: TappingCustomer) => (await turnsOf(inbox.app, salon.scope, id)).at(-1);
  const bookedOf = (turn: { contact_id: unknown } | undefined) =>
    raw.db
      .collection('appointments')
      .find({ contact_id: turn?.contact_id, state: { $ne: 'HELD' } })
      .toArray();

  /** What the sweeps of a living process do later. */
  async function recover(): Promise<void> {
    await inbox.app.app.get(MessageSweeper, { strict: false }).finishForgotten(Date.now() + HOUR_MS);
    await assistantIsIdle(inbox.app);
  }
});
