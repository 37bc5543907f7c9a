import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, type IdLike, toObjectId } from '../../../core/tenancy/index.js';
import type { MetaPlatform } from '../meta/index.js';
import { firstSteps } from './connection-steps.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import { LoginDialogs } from './oauth/login-dialogs.js';
import { ReconnectTarget } from './reconnect-target.service.js';

const STATE_BYTES = 32;
const ID_BYTES = 12;
export const DIALOG_TIME_MS = 10 * 60_000;

export interface StartedLogin {
  url: string;
  state: string;
}

/** Starts log-ins at Meta. */
@Injectable()
export class LoginStartService {
  constructor(
    private readonly connections: MetaConnectionsRepository,
    private readonly dialogs: LoginDialogs,
    private readonly target: ReconnectTarget,
  ) {}

  /** @throws AppError LOGIN_NOT_SET_UP */
  async start(
    scope: CompanyScope,
    { userId }: Principal,
    product: MetaPlatform,
    channelId?: IdLike,
  ): Promise<StartedLogin> {
    const state = randomBytes(STATE_BYTES).toString('base64url');
    const url = this.dialogs.urlOf(product, state);
    await this.connections.create(scope, {
      // Random, because only the browser that comes back from Meta may learn it. Somebody who sends their link to another
      // person never sees the accounts of that person.
      _id: new Types.ObjectId(randomBytes(ID_BYTES)),
      user_id: toObjectId(userId),
      product,
      state: 'started',
      state_hash: hashOfState(state),
      ...(channelId && { channel_id: toObjectId(channelId) }),
      expires_at: new Date(Date.now() + DIALOG_TIME_MS),
      steps: firstSteps(),
    });
    return { url, state };
  }

  /** Starts a log-in for a new token. @throws AppError NOT_FOUND | RECONNECT_UNSUPPORTED | LOGIN_NOT_SET_UP */
  async restart(scope: CompanyScope, user: Principal, channelId: IdLike): Promise<StartedLogin> {
    return this.start(scope, user, await this.target.productOf(scope, channelId), channelId);
  }
}

export function hashOfState(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
