import request from 'supertest';
import { answerDialog, type DialogAnswer } from '../../sandbox/testing/answer-dialog.js';
import type { MetaConnectionView } from '../../src/modules/inbox/meta-connect/meta-connection-view.js';
import type { RegisteredCompany } from '../builders/accounts.js';
import type { Inbox } from './inbox.js';

const POLL_MS = 20;
const WORKING_STATES = ['started', 'working', 'connecting'];

/** A user who connects accounts by the log-in dialogs of the sandbox. */
export class MetaLogin {
  constructor(
    private readonly inbox: Inbox,
    readonly person: Pick<RegisteredCompany, 'auth'>,
  ) {}

  call(method: 'get' | 'post' | 'delete', path: string, body?: object): request.Test {
    return request(this.inbox.app.url)[method](`/api/v1${path}`).set(this.person.auth).send(body);
  }

  /** Starts a log-in. @returns the address of the dialog */
  async start(product: string): Promise<{ url: string; state: string }> {
    return (await this.call('get', `/meta/oauth/url?product=${product}`).expect(200)).body as {
      url: string;
      state: string;
    };
  }

  /** Calls the callback of Meta. @returns the page that it redirects to */
  async comeBack(query: URLSearchParams | string): Promise<URL> {
    const answer = await request(this.inbox.app.url).get(`/api/v1/meta/oauth/callback?${query.toString()}`).expect(302);
    return new URL(answer.headers['location'] ?? '');
  }

  /** Answers a dialog and waits until the accounts are listed or connected. */
  async answer(url: string, answer: DialogAnswer): Promise<MetaConnectionView> {
    const back = await answerDialog(url, answer);
    const page = await this.comeBack(back.searchParams);
    return this.settled(page.searchParams.get('connect') ?? `no connection: ${page.search}`);
  }

  async logIn(product: string, answer: DialogAnswer = {}): Promise<MetaConnectionView> {
    return this.answer((await this.start(product)).url, answer);
  }

  async read(id: string): Promise<MetaConnectionView> {
    return (await this.call('get', `/meta/connections/${id}`).expect(200)).body as MetaConnectionView;
  }

  async settled(id: string): Promise<MetaConnectionView> {
    for (;;) {
      const connection = await this.read(id);
      if (!WORKING_STATES.includes(connection.state)) return connection;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  choose({ _id }: MetaConnectionView, external_ids: readonly string[], pin?: string): request.Test {
    return this.call('post', `/meta/connections/${_id}/choose`, { external_ids, ...(pin && { pin }) });
  }
}
