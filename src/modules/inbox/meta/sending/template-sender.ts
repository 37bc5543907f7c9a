import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type ChannelCredentials, ChannelDirectory } from '../../channels/index.js';
import { GraphSender } from './graph-sender.js';
import { codeComponents } from './graph-body.js';
import type { SendFailure, SendResult } from '../../message-sending/index.js';

const NO_CHANNEL: SendFailure = {
  outcome: 'failed',
  code: 'CHANNEL_NOT_CONNECTED',
  message: 'No WhatsApp channel is connected',
  retryable: false,
};

/** A one-time code on its way to a phone. */
export interface CodeMessage {
  /** Digits that begin with the country. */
  readonly phone: string;
  readonly code: string;
  /** The company's template of the category AUTHENTICATION; the language as WhatsApp writes it. */
  readonly template: { readonly name: string; readonly language: string };
}

/**
 * Sends by approved templates, past conversations and outbox: what is sent here is kept nowhere, so that nobody reads in
 * the inbox what is for one person's eyes, and it is never tried again by itself.
 */
@Injectable()
export class TemplateSender {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly graph: GraphSender,
  ) {}

  /** Whether the company has a WhatsApp channel that works. */
  async canSend(scope: CompanyScope): Promise<boolean> {
    return (await this.account(scope)) !== undefined;
  }

  /** One try by the company's oldest WhatsApp channel. Never throws for what the other side does. */
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
      // It was disconnected just now, or never had a token.
      if (error instanceof AppError && error.status < 500) return undefined;
      throw error;
    }
  }
}
