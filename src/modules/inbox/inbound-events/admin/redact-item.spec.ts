import { redactItem } from './redact-item.js';

describe('redactItem', () => {
  it('takes tokens and signed parts of addresses out at any depth', () => {
    const item = {
      optin: { notification_messages_token: 'canary-1', user_token_status: 'canary-2', payload: 'kept' },
      message: {
        text: 'see https://x.example/a?sig=canary-3 now',
        attachments: [{ payload: { url: 'https://cdn.example/f?oh=canary-4#x' } }],
      },
      access_token: { nested: 'canary-5' },
    };
    const redacted = redactItem(JSON.stringify(item));
    expect(JSON.stringify(redacted)).not.toContain('canary');
    expect(redacted).toMatchObject({
      optin: { payload: 'kept' },
      message: { text: 'see https://x.example/a?[redacted] now' },
    });
  });
});
