import type { Response } from 'express';
import type { AppConfig } from '../../../../core/config/index.js';
import { WebhookController } from './webhook.controller.js';

const response = { type: () => response } as unknown as Response;

describe('WebhookController', () => {
  it.each([undefined, ''])('fails closed where the verify token is %p', (metaWebhookVerifyToken) => {
    const controller = new WebhookController({ metaWebhookVerifyToken } as AppConfig);
    for (const token of [undefined, '', 'undefined']) {
      expect(() => controller.verify('subscribe', token, '1', response)).toThrow('Wrong verify token');
    }
  });

  it('does not take a repeated token parameter', () => {
    const controller = new WebhookController({ metaWebhookVerifyToken: 'right' } as AppConfig);
    expect(() => controller.verify('subscribe', ['right'], '1', response)).toThrow('Wrong verify token');
    expect(controller.verify('subscribe', 'right', '1', response)).toBe('1');
  });
});
