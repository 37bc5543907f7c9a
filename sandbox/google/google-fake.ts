import { writeReply, type Exchange, type Reply } from '../http/exchange.ts';
import { answerFault, answerUnderFault, DEFAULT_SLOW_MS, type Fault, isEffective } from '../http/faults.ts';
import type { Ledger } from '../ledger.ts';
import { GoogleApi } from './google-api.ts';
import { GoogleBook } from './google-book.ts';
import { GoogleOauth } from './google-oauth.ts';
import { GoogleRefusal, serviceRefusal } from './google-refusal.ts';
import { GoogleWatch } from './google-watch.ts';

const API = '/calendar/v3';

export interface GoogleKnobs extends Required<Fault> {
  /** 0, or the largest page of a list. */
  page_size: number;
}

const DEFAULTS: GoogleKnobs = { mode: 'ok', slow_ms: DEFAULT_SLOW_MS, page_size: 0 };

/** A call that fails: it does nothing and gets the status, or it gets the mode of `http/faults.ts`. */
export interface GoogleTrouble {
  status?: number;
  reason?: string;
  mode?: Fault['mode'];
  /** Only a call with this method. */
  method?: string;
  /** Only calls of the Calendar API, or only `POST /token`; the first by default. */
  at: 'calendar' | 'token';
}

export interface GoogleOptions {
  readonly ledger: Ledger;
  readonly apiBaseUrl: string;
  readonly now: () => number;
}

/** A strict Google: the consent page, tokens, and the Calendar API with push notifications. */
export class GoogleFake {
  readonly knobs: GoogleKnobs = { ...DEFAULTS };
  readonly watch: GoogleWatch;
  readonly book: GoogleBook;
  readonly oauth: GoogleOauth;
  private readonly api: GoogleApi;
  private readonly ledger: Ledger;
  private troubles: GoogleTrouble[] = [];

  constructor(options: GoogleOptions) {
    this.ledger = options.ledger;
    this.watch = new GoogleWatch(options);
    this.book = new GoogleBook(options.now, ({ calendar }) => this.watch.calendarChanged(calendar));
    this.oauth = new GoogleOauth(this.book, options.now);
    this.api = new GoogleApi(this.book, this.oauth, this.watch);
  }

  failNext(...troubles: readonly GoogleTrouble[]): void {
    this.troubles.push(...troubles);
  }

  reset(): void {
    Object.assign(this.knobs, DEFAULTS);
    this.troubles = [];
    this.watch.reset();
  }

  /** @returns false for an address that Google does not have */
  async handle(exchange: Exchange): Promise<boolean> {
    const { method, path, query } = exchange;
    const route = `${method} ${path}`;
    if (route === 'GET /o/oauth2/v2/auth') this.oauth.show(exchange);
    else if (route === 'POST /o/oauth2/answer') this.oauth.answer(exchange);
    else if (route === 'POST /token' || route === 'POST /revoke' || path.startsWith(`${API}/`)) {
      this.ledger.append('google.call', { method, path, query: path === '/revoke' ? {} : Object.fromEntries(query) });
      await this.answer(exchange);
    } else return false;
    return true;
  }

  private async answer(exchange: Exchange): Promise<void> {
    const trouble = this.takeTrouble(exchange);
    if (trouble?.status !== undefined)
      return writeReply(exchange.res, serviceRefusal(trouble.status, trouble.reason).reply());
    const { mode, slow_ms } = trouble?.mode === undefined ? this.knobs : { ...this.knobs, mode: trouble.mode };
    const broken = (status: 400 | 500): unknown => serviceRefusal(status).reply().json;
    if (!isEffective(mode)) return answerFault(exchange, mode, broken);
    await answerUnderFault(exchange, { mode, slow_ms }, this.reply(exchange));
  }

  private takeTrouble({ method, path }: Exchange): GoogleTrouble | undefined {
    const at = path === '/token' ? 'token' : 'calendar';
    const index = this.troubles.findIndex((one) => one.at === at && (one.method ?? method) === method);
    return index < 0 ? undefined : this.troubles.splice(index, 1)[0];
  }

  private reply(exchange: Exchange): Reply {
    const { path } = exchange;
    if (path === '/token') return this.oauth.redeem(exchange);
    if (path === '/revoke') return this.oauth.revoke(exchange);
    this.api.pageSize = this.knobs.page_size;
    try {
      return this.api.answer({ ...exchange, path: path.slice(API.length) });
    } catch (error) {
      if (error instanceof GoogleRefusal) return error.reply();
      throw error;
    }
  }
}
