import {
  type AccountConnector,
  AccountConnectors,
  type ChannelKindDefinition,
  declareChannelKind,
  type TestOutcome,
  type TokenCheck,
} from '../../src/modules/inbox/channels/index.js';
import { InboundDrain } from '../../src/modules/inbox/inbound-events/drain/inbound-drain.js';
import { InboundMappers, InboundQueue } from '../../src/modules/inbox/inbound-events/index.js';
import type { Message } from '../../src/modules/inbox/message-log/index.js';
import {
  type MessageSender,
  MessageSenders,
  type SendCommand,
  type SendPart,
  type SendResult,
} from '../../src/modules/inbox/message-sending/index.js';
import type { TestApp } from './test-app.js';

/** A channel that exists in tests only: its mapper, sender and connector, registered as a channel module does it. */
export class MadeUpChannel implements AccountConnector, MessageSender {
  readonly providerName = 'Loft';
  readonly isRepeatable = false;
  readonly sent: SendCommand[] = [];
  readonly disconnected: string[] = [];
  private events = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly kind: ChannelKindDefinition,
  ) {}

  static register(app: TestApp, kind: ChannelKindDefinition): MadeUpChannel {
    const channel = new MadeUpChannel(app, kind);
    declareChannelKind(kind);
    app.app.get(AccountConnectors, { strict: false }).register(kind, channel);
    app.app.get(MessageSenders, { strict: false }).register(kind, channel);
    app.app.get(InboundMappers, { strict: false }).register(kind.provider, {
      event: ({ item, provider_at }) => {
        const { customer_id, content } = JSON.parse(item) as { customer_id: string; content: string };
        const external_id = `in ${++channel.events}`;
        return {
          kind: 'message',
          external_id,
          customer_id,
          content,
          at: provider_at,
          author: 'contact',
          attachments: [],
        };
      },
    });
    return channel;
  }

  /** A customer writes to the account. Resolves when the message is applied. */
  async receive(external_id: string, customer_id: string, content: string): Promise<void> {
    const item = { platform: this.kind.platform, external_id, customer_id, kind: 'text', key: content };
    const items = [{ ...item, provider_at: new Date(), payload: { customer_id, content } }];
    await this.app.app.get(InboundQueue, { strict: false }).store(this.kind.provider, items, new Date());
    await this.app.app.get(InboundDrain, { strict: false }).idle();
  }

  test(_: unknown, token: string): Promise<TestOutcome> {
    const ok = token === 'good';
    return Promise.resolve({
      results: [{ step: 'token', ok, message: ok ? 'The birds know the way' : 'No bird knows the way' }],
      findings: {},
      isProven: ok,
      isRefused: !ok,
      error: ok ? undefined : { code: 'LOST', message: 'No bird knows the way' },
    });
  }

  checkToken(): Promise<TokenCheck> {
    return Promise.resolve({ findings: {}, isRefused: false });
  }

  disconnect({ external_id }: { external_id: string }): Promise<void> {
    this.disconnected.push(external_id);
    return Promise.resolve();
  }

  toParts({ content, attachments }: Message): SendPart[] {
    return [{ text: content, attachments, pieceIndexes: [0] }];
  }

  send(command: SendCommand): Promise<SendResult> {
    this.sent.push(command);
    return Promise.resolve({ outcome: 'sent', externalId: `out ${this.sent.length} by ${this.kind.provider}` });
  }
}
