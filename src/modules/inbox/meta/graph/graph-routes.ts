import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import type { Channel } from '../../channels/index.js';

const INSTAGRAM_LOGIN_PREFIX = 'IGAA';

/** Where a call goes and what it carries besides its own parameters. */
export interface GraphRoute {
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Tokens of Instagram Login work on their own host only, and those of Facebook Login only on the other. */
export function isInstagramLoginToken(token: string): boolean {
  return token.startsWith(INSTAGRAM_LOGIN_PREFIX);
}

/** The path that takes messages and receipts in the name of an account. */
export function messagesPath(
  { platform, external_id }: Pick<Channel, 'platform' | 'external_id'>,
  token: string,
): string {
  // With Facebook Login an Instagram account is written for by its Page, and the token is that of the Page.
  const isByPage = platform === 'instagram' && !isInstagramLoginToken(token);
  return isByPage ? 'me/messages' : `${encodeURIComponent(external_id)}/messages`;
}

/** Decides host and proof of every call to the Graph API, for sending and for administration. */
@Injectable()
export class GraphRoutes {
  constructor(private readonly config: AppConfig) {}

  /** @param path below the version, its segments encoded */
  to(path: string, token: string): GraphRoute {
    const { graphBaseUrl, instagramGraphBaseUrl, graphVersion } = this.config;
    const host = isInstagramLoginToken(token) ? instagramGraphBaseUrl : graphBaseUrl;
    return {
      url: `${host}/${graphVersion}/${path}`,
      params: this.proofOf(token),
      headers: { authorization: `Bearer ${token}` },
    };
  }

  /** An app can require this proof that the caller has its secret. Instagram's host documents no such parameter. */
  private proofOf(token: string): Record<string, string> {
    const { facebookAppSecret } = this.config;
    if (!facebookAppSecret || isInstagramLoginToken(token)) return {};
    return { appsecret_proof: createHmac('sha256', facebookAppSecret).update(token).digest('hex') };
  }
}
