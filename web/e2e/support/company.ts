import { randomUUID } from 'node:crypto';
import { mailedToken } from './mail.ts';
import { Customer, control, type SandboxChannel } from './sandbox.ts';

const PASSWORD = 'walks-with-seven-dogs';

interface Tokens {
  accessToken: string;
}

/** A person who can log in. */
export interface Account {
  email: string;
  password: string;
  name: string;
}

/** A company of one test, made by the API, with an owner and accounts of the sandbox. */
export class Company {
  readonly owner: Account;
  /** The owner's access token. */
  readonly token: string;

  private constructor(owner: Account, token: string) {
    this.owner = owner;
    this.token = token;
  }

  static async create({ locale = 'en', timeZone = 'America/Sao_Paulo' } = {}): Promise<Company> {
    const owner = { email: `owner-${randomUUID()}@example.com`, password: PASSWORD, name: 'Olga Owner' };
    const { tokens } = await post<{ tokens: Tokens }>('/auth/register', {
      company_name: `Salon ${randomUUID().slice(0, 8)}`,
      email: owner.email,
      password: owner.password,
      full_name: owner.name,
      locale,
      time_zone: timeZone,
    });
    return new Company(owner, tokens.accessToken);
  }

  /** Connects a fresh account of the sandbox. */
  async connect(platform: SandboxChannel['platform'] = 'facebook'): Promise<SandboxChannel> {
    const channel = await control<SandboxChannel>('/channels', { platform, name: 'Salon' });
    const { external_id, access_token } = channel;
    await this.api('POST', '/channels', { platform, external_id, access_token });
    return channel;
  }

  /** Somebody who writes to a fresh account of this company. */
  async customer(name: string, platform: SandboxChannel['platform'] = 'facebook'): Promise<Customer> {
    return Customer.of(await this.connect(platform), name);
  }

  /** Somebody of the staff who has taken the mailed invitation. */
  async colleague(name: string): Promise<Account> {
    const verification = await mailedToken(this.owner.email, 'verify-email');
    await post('/auth/verify-email', { token: verification });
    const email = `staff-${randomUUID()}@example.com`;
    await this.api('POST', '/users', { email, role: 'staff', full_name: name });
    const invitation = await mailedToken(email, 'accept-invitation');
    await post(`/auth/reset-password/${invitation}`, { password: PASSWORD });
    return { email, password: PASSWORD, name };
  }

  /** The id of the contact of this name. */
  async contactId(name: string): Promise<string> {
    const { items } = await this.api<{ items: { _id: string }[] }>('GET', `/contacts?q=${encodeURIComponent(name)}`);
    const [contact] = items;
    if (!contact) throw new Error(`No contact is called ${name}`);
    return contact._id;
  }

  /** A request of the owner. */
  api<T>(method: string, path: string, body?: object): Promise<T> {
    return send<T>(method, path, body, { authorization: `Bearer ${this.token}` });
  }
}

const post = <T>(path: string, body: object): Promise<T> => send<T>('POST', path, body);

/** A request to the API, whose answer must be a success. */
export async function send<T>(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${process.env.WEB_URL}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
