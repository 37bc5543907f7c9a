import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import type { Channel } from '../../channels/index.js';

const INSTAGRAM_LOGIN_PREFIX = 'IGAA';

export interface GraphRoute {
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Tokens of Instagram Login work only on Instagram's host, and the others only on Facebook's. */
export function isInstagramLoginToken(token: string): boolean {
  return token.startsWith(INSTAGRAM_LOGIN_PREFIX);
}

export function messagesPath(
  { platform, external_id }: Pick<Channel, 'platform' | 'external_id'>,
  token: string,
): string {
  // With Facebook Login the Page writes for the Instagram account.
  const isByPage = platform === 'instagram' && !isInstagramLoginToken(token);
  return isByPage ? 'me/messages' : `${encodeURIComponent(external_id)}/messages`;
}

/** Decides the host and the proof of every call. */
@Injectable()
export class GraphRoutes {
  constructor(private readonly config: AppConfig) {}

  /** @param path below the version, with encoded segments */
  to(path: string, token: string): GraphRoute {
    const { graphBaseUrl, instagramGraphBaseUrl, graphVersion } = this.config;
    const host = isInstagramLoginToken(token) ? instagramGraphBaseUrl : graphBaseUrl;
    return {
      url: `${host}/${graphVersion}/${path}`,
      params: this.proofOf(token),
      headers: { authorization: `Bearer ${token}` },
    };
  }

  /** Instagram documents this address without a version and with the token in the query. */
  toRenewal(token: string): GraphRoute {
    const url = `${this.config.instagramGraphBaseUrl}/refresh_access_token`;
    return { url, params: { grant_type: 'ig_refresh_token', access_token: token }, headers: {} };
  }

  /** Proves that the caller has the app secret. Instagram's host has no such parameter. */
  private proofOf(token: string): Record<string, string> {
    const { facebookAppSecret } = this.config;
    if (!facebookAppSecret || isInstagramLoginToken(token)) return {};
    return { appsecret_proof: createHmac('sha256', facebookAppSecret).update(token).digest('hex') };
  }
}
