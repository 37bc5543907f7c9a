import { messengerText } from '../../../../sandbox/events/index.js';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { servedSocketOf } from '../../../../test/support/slow-reader.js';
import type { Viewer } from './viewers/viewers.service.js';

/** Colleagues who work on one conversation at the same time. */
describe('colleagues in a conversation', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let stranger: RegisteredCompany;
  let conversationId: string;
  const opened: StaffSocket[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    colleague = await aStaffMember(inbox.app, company, { full_name: 'Bruno Reis' });
    stranger = await registerCompany(inbox.app);
    const socket = await connect(company);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '93100', text: 'who works on this?' }));
    ({ conversationId } = (await socket.next('message:new')) as { conversationId: string });
  });
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.close();
  });
  afterAll(() => inbox.close());

  const connect = async ({ tokens }: LoggedIn): Promise<StaffSocket> => {
    const socket = await StaffSocket.connect(inbox.app, tokens.accessToken);
    opened.push(socket);
    return socket;
  };

  describe('viewers', () => {
    const look = (socket: StaffSocket, visible = true): Promise<unknown> =>
      socket.emit('conversation:viewing', { conversationId, visible });
    const watcher = async (): Promise<StaffSocket> => {
      const socket = await connect(company);
      await socket.emit('conversation:join', { conversationId });
      return socket;
    };
    /** Resolves when the newest `presence:update` names these users. */
    const shows = (socket: StaffSocket, ...expected: Partial<Viewer>[]): Promise<Record<string, unknown>> =>
      socket.next('presence:update', ({ viewers }) => {
        const shown = viewers as Viewer[];
        return (
          shown.length === expected.length &&
          expected.every((one) =>
            shown.some((viewer) => Object.entries(one).every(([k, v]) => viewer[k as never] === v)),
          )
        );
      });

    it('are shown once a user, typing or not, until the last tab is closed', async () => {
      const desk = await watcher();
      const [tab, other] = [await connect(colleague), await connect(colleague)];
      for (const each of [tab, other]) expect(await look(each)).toEqual({ ok: true });
      const bruno = { userId: colleague.user._id, name: 'Bruno Reis' };
      expect(await shows(desk, { ...bruno, typing: false })).toMatchObject({ conversationId });
      await other.emit('typing:start', { conversationId });
      await shows(desk, { ...bruno, typing: true });
      other.close();
      await look(tab, false);
      await shows(desk);
    });

    it('are forgotten when they do not renew their lease', async () => {
      const desk = await watcher();
      await look(await connect(colleague));
      await shows(desk, { userId: colleague.user._id });
      const { notes } = servedSocketOf(inbox.app, colleague.user._id).data;
      (notes['viewing'] as { until: number }).until = 0;
      await look(desk);
      await shows(desk, { userId: company.user._id });
    });

    it('of another company are refused', async () => {
      expect(await look(await connect(stranger))).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    });
  });
});
