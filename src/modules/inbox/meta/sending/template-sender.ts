import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type ChannelCredentials, ChannelDirectory } from '../../channels/index.js';
import { GraphSender } from './graph-sender.js';
import { codeComponents } from './graph-body.js';
import { sendFailure, type SendResult } from '../../message-sending/index.js';

const NO_CHANNEL = sendFailure('CHANNEL_NOT_CONNECTED', { message: 'No WhatsApp channel is connected' });

export interface CodeMessage {
  /** Digits with the country. */
  readonly phone: string;
  readonly code: string;
  /** A template of the category AUTHENTICATION; the language as WhatsApp writes it. */
  readonly template: { readonly name: string; readonly language: string };
}

/**
 * Sends approved templates without a conversation or an outbox: nothing is stored, because a code is for one person
 * only, and nothing is repeated.
 */
@Injectable()
export class TemplateSender {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly graph: GraphSender,
  ) {}

  async canSend(scope: CompanyScope): Promise<boolean> {
    return (await this.account(scope)) !== undefined;
  }

  /** One try, by the oldest WhatsApp channel. Never throws for a failure of the provider. */
  async sendCode(scope: CompanyScope, { phone, code, template }: CodeMessage): Promise<SendResult> {
    const account = await this.account(scope);
    if (!account) return NO_CHANNEL;
    const { channel, access_token: accessToken, sealed_token: sealedToken } = account;
    const filled = { ...template, components: codeComponents(code) };
    return this.graph.sendTemplate({ channel, accessToken, sealedToken }, phone, filled);
  }

  private async account(scope: CompanyScope): Promise<ChannelCredentials | undefined> {
    const channels = await this.channels.findProven(scope, 'whatsapp');
    for (const { _id, state } of channels) {
      const account = state === 'live' ? await this.credentials(scope, _id) : undefined;
      if (account) return account;
    }
    return undefined;
  }

  private async credentials(scope: CompanyScope, channelId: string): Promise<ChannelCredentials | undefined> {
    try {
      return await this.channels.credentials(scope, channelId);
    } catch (error) {
      // It was disconnected just now or has no token.
      if (error instanceof AppError && error.status < 500) return undefined;
      throw error;
    }
  }
}
