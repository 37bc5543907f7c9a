import { Types } from 'mongoose';
import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aContact } from '../../../../../test/builders/contacts.js';
import { StaffSocket } from '../../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationOpener, ConversationsService } from '../../../inbox/conversations/index.js';
import type { EffectOutcome } from '../../flow-core/index.js';
import { type ActionEffect, type FlowActionRun, FlowActions } from '../index.js';

describe('what flows change in a customer', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let colleague: LoggedIn;
  let scope: CompanyScope;
  let run: FlowActionRun;
  let socket: StaffSocket;
  let phones = 8_000_0000;

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
    colleague = await aStaffMember(app, owner);
    scope = CompanyScope.of(owner.company._id);
  });
  beforeEach(async () => {
    const contact_id = new Types.ObjectId((await aContact(app, owner, { phone: `+55 11 9${phones++}` }))._id);
    const opener = app.app.get(ConversationOpener, { strict: false });
    const { _id: conversation_id } = await opener.open(scope, contact_id, 'whatsapp');
    run = { run_id: new Types.ObjectId(), step: 1, contact_id, conversation_id, channel_id: null, is_repeat: false };
    socket = await StaffSocket.connect(app, owner.tokens.accessToken);
  });
  afterEach(() => socket.close());
  afterAll(() => app.close());

  const act = (effect: ActionEffect, of = run): Promise<EffectOutcome> =>
    app.app.get(FlowActions, { strict: false }).run(scope, of, effect);
  const tagsOf = async (): Promise<string[]> => {
    const { body } = await request(app.url).get(`/api/v1/contacts/${run.contact_id.toHexString()}`).set(owner.auth);
    return (body as { tags: string[] }).tags;
  };
  const conversation = () => app.app.get(ConversationsService, { strict: false }).find(scope, run.conversation_id);
  const assignTo = (user_id: string): Promise<EffectOutcome> => act({ kind: 'assign', user_id });

  it('adds and removes tags, also many at once, and tells staff', async () => {
    const contactId = run.contact_id.toHexString();
    const tags = Array.from({ length: 8 }, (_, index) => `tag ${index}`);
    expect(await Promise.all(tags.map((tag) => act({ kind: 'tag', tag })))).toEqual(tags.map(() => ({ ok: true })));
    expect((await tagsOf()).sort()).toEqual(tags);
    expect(await act({ kind: 'tag', tag: 'tag 1' })).toEqual({ ok: true });
    expect(await act({ kind: 'untag', tag: 'tag 0' })).toEqual({ ok: true });
    expect((await tagsOf()).sort()).toEqual(tags.slice(1));
    await socket.next('contact:updated', (event) => event['contactId'] === contactId);
  });

  it('does not tag a contact of another company', async () => {
    scope = CompanyScope.of((await registerCompany(app)).company._id);
    expect(await act({ kind: 'tag', tag: 'x' })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    scope = CompanyScope.of(owner.company._id);
    expect(await tagsOf()).toEqual([]);
  });

  it('assigns to a colleague, tells them, and lets the flow go on', async () => {
    const before = await conversation();
    const theirs = await StaffSocket.connect(app, colleague.tokens.accessToken);
    expect(await assignTo(colleague.user._id)).toEqual({ ok: true });
    expect(await assignTo(colleague.user._id)).toEqual({ ok: true });
    const { assignee_id, owner: answers, automation } = await conversation();
    expect(assignee_id?.toHexString()).toBe(colleague.user._id);
    expect([answers, automation]).toEqual([before.owner, 'on']);
    await socket.next('conversation:updated');
    await app.app.get<unknown, InlineJobs>(Jobs).drain();
    const notification = await theirs.next('notification:new');
    expect(notification).toMatchObject({ notification: { type: 'assignment' } });
    theirs.close();
  });

  it('keeps the assignment of a person, also one that comes at the same moment', async () => {
    const claim = request(app.url)
      .patch(`/api/v1/conversations/${run.conversation_id.toHexString()}`)
      .set(owner.auth)
      .send({ assignee_id: owner.user._id, force: true });
    const [, outcome] = await Promise.all([claim.expect(200), assignTo(colleague.user._id)]);
    expect((await conversation()).assignee_id?.toHexString()).toBe(owner.user._id);
    expect([{ ok: true }, { ok: false, code: 'ALREADY_ASSIGNED', message: expect.any(String) }]).toContainEqual(
      outcome,
    );
    expect(await assignTo(colleague.user._id)).toMatchObject({ ok: false, code: 'ALREADY_ASSIGNED' });
  });

  it('does not assign to a person who does not work here', async () => {
    const leaver = await aStaffMember(app, owner);
    await request(app.url).delete(`/api/v1/users/${leaver.user._id}`).set(owner.auth).expect(204);
    const stranger = await registerCompany(app);
    for (const id of [leaver.user._id, stranger.user._id, new Types.ObjectId().toHexString()])
      expect(await assignTo(id)).toMatchObject({ ok: false, code: 'USER_NOT_ACTIVE' });
    expect((await conversation()).assignee_id).toBeNull();
  });
});
