import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import type { CompanyDto } from '../../src/modules/accounts/companies/index.js';
import { AccountLinkService, AccountsRepository, type UserDto } from '../../src/modules/accounts/users/index.js';
import type { TestApp } from '../support/test-app.js';

export const PASSWORD = 'correct horse battery';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

/** Somebody who is logged in. */
export interface LoggedIn {
  user: UserDto;
  tokens: Tokens;
  /** Ready for `.set(...)` of supertest. */
  auth: { authorization: string };
}

export interface RegisteredCompany extends LoggedIn {
  company: CompanyDto;
}

export interface Registration {
  email: string;
  password: string;
  company_name: string;
  full_name: string;
  time_zone: string;
  country: string;
  locale: 'en' | 'pt-BR';
  starter: boolean;
}

export function anEmail(): string {
  return `someone-${randomBytes(6).toString('hex')}@example.com`;
}

/** A valid body of POST /auth/register with an address of its own. */
export function aRegistration(fields: Partial<Registration> = {}): Partial<Registration> {
  return { email: anEmail(), password: PASSWORD, company_name: 'Happy Paws', full_name: 'Ana Lima', ...fields };
}

/** Registers a company over HTTP; the caller is its owner, whose address is verified without the detour of the mail. */
export async function registerCompany(app: TestApp, fields: Partial<Registration> = {}): Promise<RegisteredCompany> {
  const { body } = await request(app.url).post('/api/v1/auth/register').send(aRegistration(fields)).expect(201);
  const accounts = app.app.get(AccountsRepository);
  await accounts.markEmailVerified(await accounts.getById(CompanyScope.of(body.user.company_id), body.user._id));
  return { ...(body as Omit<RegisteredCompany, 'auth'>), auth: bearer(body.tokens) };
}

/** Logs in over HTTP. */
export async function logIn(app: TestApp, email: string, password = PASSWORD): Promise<LoggedIn> {
  const { body } = await request(app.url).post('/api/v1/auth/login').send({ email, password }).expect(200);
  return { ...(body as Omit<LoggedIn, 'auth'>), auth: bearer(body.tokens) };
}

export function bearer({ accessToken }: Tokens): { authorization: string } {
  return { authorization: `Bearer ${accessToken}` };
}

interface StaffMember {
  email: string;
  full_name: string;
  role: 'owner' | 'manager' | 'staff';
}

/** Invites somebody in the owner's name, accepts the invitation (without the detour of the mail) and logs them in. */
export async function aStaffMember(
  app: TestApp,
  owner: LoggedIn,
  { email = anEmail(), full_name = 'Bruno Reis', role = 'staff' }: Partial<StaffMember> = {},
): Promise<LoggedIn> {
  const invitation = { email, full_name, role: role === 'owner' ? 'manager' : role };
  const { body: invited } = await request(app.url).post('/api/v1/users').set(owner.auth).send(invitation).expect(201);
  await acceptInvitation(app, invited);
  if (role === 'owner') {
    await request(app.url).patch(`/api/v1/users/${invited._id}`).set(owner.auth).send({ role }).expect(200);
  }
  return logIn(app, email);
}

async function acceptInvitation(app: TestApp, invited: UserDto): Promise<void> {
  const account = await app.app.get(AccountsRepository).getById(CompanyScope.of(invited.company_id), invited._id);
  const token = await app.app.get(AccountLinkService).issue(account, 'invitation_link');
  await request(app.url).post(`/api/v1/auth/reset-password/${token}`).send({ password: PASSWORD }).expect(204);
}
