import request from 'supertest';
import { WAHA_API_KEY } from '../../sandbox/waha/waha-fake.js';
import type { WahaSession } from '../../sandbox/waha/waha-sessions.js';
import type { RegisteredCompany } from '../builders/accounts.js';
import type { Inbox } from './inbox.js';

export const WAHA = '/api/v1/integrations/waha';
export const SESSION = 'front-desk';
export const BUSINESS_PHONE = '5511999990001';

/** Stores the sandbox's WAHA server for a company. */
export async function withWahaServer({ app, sandbox }: Inbox, { auth }: RegisteredCompany): Promise<void> {
  const body = { base_url: sandbox.wahaUrl, api_key: WAHA_API_KEY };
  await request(app.url).put(WAHA).set(auth).send(body).expect(200);
}

/** Adds a number, and scans its code. @returns the session in the sandbox */
export async function withConnectedNumber(
  inbox: Inbox,
  { auth }: RegisteredCompany,
  name = SESSION,
): Promise<WahaSession> {
  const { app, sandbox } = inbox;
  await request(app.url).post(`${WAHA}/sessions`).set(auth).send({ name }).expect(201);
  const session = await sessionWithCode(inbox, name);
  sandbox.waha.scan(name, BUSINESS_PHONE);
  await sandbox.waha.idle();
  return session;
}

/** Resolves when the sandbox shows a code. */
export async function sessionWithCode({ sandbox }: Inbox, name: string): Promise<WahaSession> {
  const session = sandbox.waha.sessions.find(name);
  if (!session) throw new Error(`the sandbox has no session ${name}`);
  await sandbox.waha.sessions.reaches(session, 'SCAN_QR_CODE');
  return session;
}
