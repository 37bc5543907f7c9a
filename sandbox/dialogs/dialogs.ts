/** The log-in dialogs of Meta, and the exchange of codes of Instagram Login. */
import { randomBytes } from 'node:crypto';
import type { GraphContext } from '../graph/context.ts';
import { GraphError, invalidParam } from '../graph/errors.ts';
import { type Grant, type OauthCodes } from '../graph/oauth-codes.ts';
import { redeemInstagramCode } from '../graph/oauth.ts';
import { header, writeReply, type Exchange } from '../http/exchange.ts';
import { chosenAccounts } from './chosen-accounts.ts';
import { dialogPage, dialogProblem } from './dialog-page.ts';
import { type DialogRequest, readDialogRequest } from './dialog-request.ts';

const HTML = 'text/html; charset=utf-8';
const TOKEN_TYPES = { facebook: 'USER', instagram: 'INSTAGRAM', whatsapp: 'SYSTEM_USER' } as const;
const FACEBOOK_DIALOG = /^\/facebook\/(v\d+\.0\/)?dialog\/oauth$/;

export class Dialogs {
  /** Open dialogs by the secret id in their form. Each can be answered once. */
  private readonly open = new Map<string, DialogRequest>();
  private readonly context: GraphContext;
  private readonly codes: OauthCodes;

  constructor(context: GraphContext, codes: OauthCodes) {
    this.context = context;
    this.codes = codes;
  }

  /** @returns false if the path belongs to no dialog */
  handle(exchange: Exchange): boolean {
    const route = `${exchange.method} ${exchange.path}`;
    if (exchange.method === 'GET' && FACEBOOK_DIALOG.test(exchange.path)) this.show(exchange, false);
    else if (route === 'GET /instagram/oauth/authorize') this.show(exchange, true);
    else if (route === 'POST /dialogs/answer') this.answer(exchange);
    else if (route === 'POST /instagram-api/oauth/access_token') this.redeem(exchange);
    else return false;
    return true;
  }

  private show({ query, res }: Exchange, isInstagram: boolean): void {
    try {
      const { state } = this.context;
      const request = readDialogRequest(Object.fromEntries(query), isInstagram, state.appId);
      const id = randomBytes(16).toString('hex');
      this.open.set(id, request);
      writeReply(res, { status: 200, bytes: dialogPage(state, request, id), contentType: HTML });
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      writeReply(res, { status: 400, bytes: dialogProblem(error.message), contentType: HTML });
    }
  }

  private answer({ body, res }: Exchange): void {
    const form = new URLSearchParams(body.toString('utf8'));
    const id = form.get('dialog') ?? '';
    const request = this.open.get(id);
    if (request === undefined) {
      const bytes = dialogProblem('This dialog was answered already. Start the log-in again.');
      return writeReply(res, { status: 400, bytes, contentType: HTML });
    }
    this.open.delete(id);
    writeReply(res, { status: 302, json: {}, headers: { location: this.wayBack(request, form) } });
  }

  private wayBack(request: DialogRequest, form: URLSearchParams): string {
    const { product, redirectUri, state } = request;
    const back = new URL(redirectUri);
    if (state !== undefined) back.searchParams.set('state', state);
    if (form.get('decision') === 'continue') {
      back.searchParams.set('code', this.codes.issue(this.grantOf(request, form)));
    } else {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_reason', 'user_denied');
      back.searchParams.set('error_description', 'Permissions error');
    }
    return `${back.href}${product === 'instagram' ? '#_' : '#_=_'}`;
  }

  private grantOf({ product, redirectUri, scopes }: DialogRequest, form: URLSearchParams): Grant {
    const ticked = form.getAll('scope');
    return {
      type: TOKEN_TYPES[product],
      redirectUri,
      scopes: scopes.filter((scope) => ticked.includes(scope)),
      targets: chosenAccounts(this.context.state, product, form),
      ...(form.get('tasks') === 'analyze' && { tasks: ['ANALYZE'] }),
    };
  }

  /** Instagram reports errors as `error_message` here, unlike the Graph API. */
  private redeem(exchange: Exchange): void {
    try {
      const type = header(exchange, 'content-type') ?? '';
      if (!type.startsWith('application/x-www-form-urlencoded')) throw invalidParam('Send the parameters as a form');
      const params = Object.fromEntries(new URLSearchParams(exchange.body.toString('utf8')));
      writeReply(exchange.res, { status: 200, json: redeemInstagramCode(this.context, params, this.codes) });
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const json = { error_type: 'OAuthException', code: 400, error_message: error.message };
      writeReply(exchange.res, { status: 400, json });
    }
  }
}
