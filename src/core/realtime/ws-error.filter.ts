import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { toWsErrorAck } from '../errors/index.js';

const ACK_ARGUMENT = 2;

@Catch()
export class WsErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('SocketError');

  catch(error: unknown, host: ArgumentsHost): void {
    const answer = toWsErrorAck(error);
    if (answer.code === 'INTERNAL_ERROR') this.logger.error(error);
    const ack = host.getArgByIndex<unknown>(ACK_ARGUMENT);
    if (typeof ack === 'function') (ack as (body: unknown) => void)(answer);
  }
}
