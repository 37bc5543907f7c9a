import fc from 'fast-check';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { runDuties } from '../../../../test/support/duties.js';
import { settled } from '../../../../test/support/settled.js';
import { sized } from '../../../../test/support/sizes.js';

const RUNS = sized(4, 12);
const NOTE = 'Geheimnis';

type Step =
  | { do: 'note' | 'send' | 'fail'; text: number }
  | { do: 'edit' | 'remove' | 'retry' | 'read'; target: number }
  | { do: 'sweep' };

interface Made {
  readonly id: string;
  readonly isNote: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('note' as const), text: fc.nat() }) },
    fc.record({ do: fc.constantFrom('send' as const, 'fail' as const), text: fc.nat() }),
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('edit' as const, 'remove' as const, 'retry' as const, 'read' as const),
        target: fc.nat(),
      }),
    },
    fc.record({ do: fc.constant('sweep' as const) }),
  ),
  { minLength: 3, maxLength: 12 },
);

/** What nobody outside may ever see does not go out, whatever is done around it; the sandbox's ledger is the judge. */
describe.each([{ withBot: false }, { withBot: true }])('notes (by bot: $withBot)', ({ withBot }) => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let raw: RawDatabase;
  let contactId: string;
  let conversationId: string;

  beforeAll(async () => {
    inbox = await startInbox({ withBot });
    company = await companyWithChannels(inbox, ['facebook']);
    raw = await openRawDatabase(inbox.app);
    const staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '95001', text: 'hello' }));
    const { message } = await staff.next('message:new');
    const { contact_id, conversation_id } = message as { contact_id: string; conversation_id: string };
    [contactId, conversationId] = [contact_id, conversation_id];
    staff.close();
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'post' | 'patch' | 'delete' | 'put', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);

  it('never leave, in any sequence of writing, editing, retrying and sweeping', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const made: Made[] = [];
        for (const step of sequence) await run(step, made);
        await settled(inbox.sandbox, raw);
        expect(JSON.stringify(inbox.sandbox.ledger.entries())).not.toContain(NOTE);
        const notes = await raw.db.collection('messages').find({ visibility: 'internal' }).toArray();
        expect(notes.filter((note) => 'outbox' in note || 'external_id' in note)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  /** Does one step and remembers the message it made. */
  const run = async (step: Step, made: Made[]): Promise<void> => {
    if (step.do === 'sweep') return runDuties(inbox.app.app);
    if (step.do === 'note') {
      const note = { content: `${NOTE} ${step.text}` };
      const { body } = await api('post', `/conversations/${conversationId}/notes`).send(note).expect(201);
      made.push({ id: body._id as string, isNote: true });
    } else if ('text' in step) {
      const mode = step.do === 'fail' ? '400' : 'ok';
      Object.assign(withBot ? inbox.sandbox.bot.knobs : inbox.sandbox.graph.knobs, { mode });
      const message = { contact_id: contactId, role: 'operator', direction: 'outbound', platform: 'facebook' };
      const { body } = await api('post', '/messages')
        .send({ ...message, content: `public ${step.text}` })
        .expect(201);
      made.push({ id: body.messageData._id as string, isNote: false });
    } else if (made.length > 0) {
      const { id, isNote } = made[step.target % made.length] as Made;
      const calls = {
        edit: () => api('patch', `/messages/${id}`).send({ content: isNote ? `${NOTE} edited` : 'edited' }),
        remove: () => api('delete', `/messages/${id}`),
        retry: () => api('post', `/messages/${id}/retry`),
        read: () => api('put', '/messages/mark-read').send({ message_ids: [id] }),
      };
      expect((await calls[step.do]()).status).toBeLessThan(500);
    }
  };
});
