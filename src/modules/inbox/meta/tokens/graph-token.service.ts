import { Injectable } from '@nestjs/common';
import type { ChannelToken, TokenCheck, TokenFindings } from '../../channels/index.js';
import { GraphClient } from '../graph/graph-client.js';
import { graphErrorCode, GraphRefusal, GraphUnreachable, isGraphError } from '../graph/graph-errors.js';
import { isInstagramLoginToken } from '../graph/graph-routes.js';
import { readDebuggedToken } from './debugged-token.js';
import { isRenewable, isRenewalDue } from './renewal-time.js';

const MS_PER_SECOND = 1_000;

/** Checks tokens at Meta, and renews tokens of Instagram Login. */
@Injectable()
export class GraphTokenService {
  constructor(private readonly graph: GraphClient) {}

  /** @param isWanted true: renews as early as Instagram allows; false: renews when it is due */
  async check(token: string, known: ChannelToken, isWanted: boolean): Promise<TokenCheck> {
    try {
      if (!isInstagramLoginToken(token)) {
        return { findings: readDebuggedToken(await this.graph.debugToken(token)), isRefused: false };
      }
      const now = new Date();
      const isTime = isWanted ? isRenewable(known, now) : isRenewalDue(known, now);
      return isTime ? await this.renew(token, now) : await this.probe(token);
    } catch (error) {
      if (!isGraphError(error)) throw error;
      const isRefused = error instanceof GraphRefusal && error.isAboutToken;
      return { findings: {}, isRefused, error: { code: graphErrorCode(error), message: error.message } };
    }
  }

  /** Instagram's host has no debug_token. */
  private async probe(token: string): Promise<TokenCheck> {
    await this.graph.get('me', token, { fields: 'id' });
    return { findings: { kind: 'instagram' }, isRefused: false };
  }

  private async renew(token: string, now: Date): Promise<TokenCheck> {
    const { access_token, expires_in } = await this.graph.renewInstagramToken(token);
    if (typeof access_token !== 'string' || typeof expires_in !== 'number') throw new GraphUnreachable();
    const findings: Partial<TokenFindings> = {
      kind: 'instagram',
      refreshed_at: now,
      expires_at: new Date(now.getTime() + expires_in * MS_PER_SECOND),
    };
    return { findings, newToken: access_token, isRefused: false };
  }
}
