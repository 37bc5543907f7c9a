import type { NestExpressApplication } from '@nestjs/platform-express';
import { API_PREFIX, mountHotRoute } from '../../../core/http/index.js';
import { CreateMessageDto } from './dto/message.dto.js';
import { MessagesController } from './messages.controller.js';

/** `POST /messages` is the most frequent request, so it takes the short way. */
export function mountHotMessages(app: NestExpressApplication): void {
  mountHotRoute(app, {
    path: `/${API_PREFIX}/messages`,
    controller: MessagesController,
    handler: 'create',
    body: CreateMessageDto,
    call: (messages, { scope, principal, body, request }) =>
      messages.create(scope, principal, body, request.get('prefer')),
  });
}
