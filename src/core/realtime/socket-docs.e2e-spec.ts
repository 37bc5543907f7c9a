import { globSync, readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import ts from 'typescript';
import { aStaffMember, type LoggedIn, registerCompany } from '../../../test/builders/accounts.js';
import { StaffSocket } from '../../../test/support/inbox.js';
import { gatewaysOf, socketEvents } from '../../../test/support/socket-events.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { PERMISSIONS } from '../auth-guards/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { RealtimeService } from './index.js';

/** The feature modules that the product promises, with their gateways. */
const CARD = [
  ['AuthModule', 'AuthGateway'],
  ['MessagesModule', 'MessagesGateway'],
  ['ConversationsModule', 'ConversationsGateway'],
  ['AppointmentsModule', 'AppointmentsGateway'],
  ['MetaConnectModule', 'MetaConnectGateway'],
  ['IntegrationsModule', 'IntegrationsGateway'],
] as const;

/** The metadata by which @nestjs/schedule marks a method; the package does not export the name. */
const SCHEDULE_CRON_OPTIONS = 'SCHEDULE_CRON_OPTIONS';

const page = readFileSync('docs/sockets.md', 'utf8');

/** The rows of the table below a heading, cell by cell, without the marks of code. */
function rowsBelow(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
}

/** What the typed map and its extensions in the features declare: the event and the fields of its payload. */
function declaredEvents(): [string, string][] {
  const files = globSync(['src/core/realtime/server-event-map.ts', 'src/modules/**/*.events.ts']);
  const events: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'ServerEventMap') {
      events.push(...node.members.filter(ts.isPropertySignature).map(describeEvent));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return events;
}

function describeEvent({ name, type }: ts.PropertySignature): [string, string] {
  const fields = type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
  const names = fields.map((field) => (field.name as ts.Identifier).text + (field.questionToken ? '?' : ''));
  return [(name as ts.StringLiteral).text, `{${names.join(', ')}}`];
}

let app: TestApp;

beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

describe('docs/sockets.md', () => {
  it('names every event a client may send, and who may', () => {
    const documented = rowsBelow('Client to server').map(([, event, , permission]) => `${event} ${permission}`);
    const known = socketEvents(app.app).map(({ name, permission }) => `${name} ${permission}`);
    expect(documented.sort()).toEqual(known.sort());
  });

  it('names every event the server sends, with its payload', () => {
    const documented = rowsBelow('Server to client').map(([, event, payload]) => [event, payload]);
    expect(documented.sort()).toEqual(declaredEvents().sort());
  });

  it('is right about an event that nobody knows', async () => {
    const { tokens } = await registerCompany(app);
    const socket = await StaffSocket.connect(app, tokens.accessToken);
    expect(await socket.emit('conversation:explode', {})).toMatchObject({ ok: false, code: 'UNKNOWN_EVENT' });
    socket.socket.emit('nobody:waits', {});
    expect(await socket.emit('resume', { since: 0 })).toMatchObject({ ok: true });
    socket.close();
  });

  it('is right about an event that a role may not see, live and replayed', async () => {
    const owner = await registerCompany(app);
    const connect = ({ tokens }: LoggedIn) => StaffSocket.connect(app, tokens.accessToken);
    const scope = CompanyScope.of(owner.company._id);
    const realtime = app.app.get(RealtimeService);
    const witness = await connect(owner);
    const staff = await aStaffMember(app, owner);
    // One for the invitation, one for the password.
    await witness.next('user:updated', ({ seq }) => seq === 2);
    witness.close();
    const read = (upToSeq: number) =>
      realtime.publish(scope, 'message:read', { conversationId: scope.id, upToSeq, userId: 'somebody' });
    const live = [await connect(owner), await connect(staff)];
    const onlyManagement = jest.replaceProperty(PERMISSIONS, 'conversations:read', ['owner', 'manager'] as never);
    try {
      await read(1);
      await realtime.publish(scope, 'notification:new', { notification: { type: 'test', data: {} } });
      await read(2);
      const late = [await connect(owner), await connect(staff)];
      for (const socket of live) expect(await socket.emit('resume', { since: 5 })).toMatchObject({ replayed: 0 });
      for (const socket of late) expect(await socket.emit('resume', { since: 2 })).toMatchObject({ replayed: 3 });
      const ofOwner = ['session:ready', 'message:read 3', 'notification:new 4', 'message:read 5'];
      const ofStaff = ['session:ready', 'seq 3', 'notification:new 4', 'seq 5'];
      const shown = ({ received }: StaffSocket) =>
        received
          .filter(({ event }) => event !== 'user:online')
          .map(({ event, data }) => (event === 'session:ready' ? event : `${event} ${String(data['seq'])}`));
      expect([...live, ...late].map(shown)).toEqual([ofOwner, ofStaff, ofOwner, ofStaff]);
      expect(live[1]?.received[1]?.data).toEqual({ seq: 3 });
      for (const socket of [...live, ...late]) socket.close();
    } finally {
      onlyManagement.restore();
    }
  });
});

describe('the feature modules', () => {
  const gatewayOf = (name: string) => gatewaysOf(app.app).find((gateway) => gateway.name === name);

  it.each(CARD)('%s has controllers, providers and a gateway with events of its own', (name, gateway) => {
    const module = [...app.app.get(ModulesContainer).values()].find(({ metatype }) => metatype.name === name);
    expect(module?.controllers.size).toBeGreaterThan(0);
    expect(Reflect.getMetadata('providers', module?.metatype ?? {})).not.toEqual([]);
    const { module: place, takes, sends } = gatewayOf(gateway) ?? {};
    expect(place).toBe(name);
    expect([...(takes ?? []), ...(sends ?? [])]).not.toEqual([]);
  });

  it('have no event that two gateways take, or that two gateways send', () => {
    const gateways = gatewaysOf(app.app);
    for (const names of [
      gateways.flatMap(({ takes }) => takes.map(({ name }) => name)),
      gateways.flatMap(({ sends }) => sends),
    ])
      expect(names).toEqual([...new Set(names)]);
  });

  it('refresh tokens by a cron job', () => {
    const providers = [...app.app.get(ModulesContainer).values()].flatMap(({ providers: all }) => [...all.values()]);
    const withCron = providers.filter(({ metatype }) => typeof metatype === 'function' && hasCron(metatype));
    expect(withCron.map(({ name }) => String(name))).toContain('TokenRefreshScheduler');
  });
});

function hasCron({ prototype }: { prototype: unknown }): boolean {
  const methods = Object.values(Object.getOwnPropertyDescriptors(prototype ?? {})).map(({ value }) => value as unknown);
  return methods.some((one) => typeof one === 'function' && Reflect.hasMetadata(SCHEDULE_CRON_OPTIONS, one));
}
