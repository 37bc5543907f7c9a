import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow as IsAllowedValue, IsNotIn, IsString, Matches, MaxLength } from 'class-validator';
import { Public } from '../auth-guards/index.js';
import { AppConfig } from '../config/index.js';
import { AppError } from '../errors/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS } from '../http/index.js';
import { isSameSecret } from '../security/index.js';
import { RealtimeService } from './realtime.service.js';

const MAX_EVENT_NAME_LENGTH = 64;
const ROOM = /^(company|conversation|user):[0-9a-f]{24}$/;
const EVENT_NAME = /^[A-Za-z][\w:.-]*$/;
/** Names that Socket.IO keeps for itself and refuses to emit. */
const RESERVED_NAMES = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

export class EmitDto {
  /** `company:{id}`, `conversation:{id}` or `user:{id}` */
  @Matches(ROOM)
  @ApiProperty({ pattern: ROOM.source })
  room!: string;

  @IsString()
  @MaxLength(MAX_EVENT_NAME_LENGTH)
  @Matches(EVENT_NAME)
  @IsNotIn(RESERVED_NAMES)
  @ApiProperty({ maxLength: MAX_EVENT_NAME_LENGTH, pattern: EVENT_NAME.source })
  event!: string;

  /** Sent as it is. */
  @IsAllowedValue()
  @ApiProperty({ required: false, additionalProperties: true, type: Object })
  data?: unknown;
}

export class EmitAnswerDto {
  @ApiProperty({ type: Boolean })
  ok!: true;
}

/** Lets a trusted service next to this one speak to sockets. */
@ApiTags('Sockets')
@Controller('socket')
export class SocketEventsController {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly config: AppConfig,
  ) {}

  /** Emits an event to one room; needs the internal service key. */
  @Post('emit')
  @HttpCode(200)
  @Public()
  @BodyExample(EmitDto, { room: `company:${EXAMPLE_IDS.company}`, event: 'kennel:door', data: { open: true } })
  @ApiOkResponse({ type: EmitAnswerDto })
  @ApiErrors(400, 401)
  @ApiHeader({ name: 'x-internal-api-key', required: true })
  emit(@Headers('x-internal-api-key') key: string | undefined, @Body() { room, event, data }: EmitDto): EmitAnswerDto {
    if (!isSameSecret(key, this.config.internalServiceApiKey)) {
      throw AppError.unauthorized(
        'INVALID_TOKEN',
        'The internal service key is missing or wrong; send INTERNAL_SERVICE_API_KEY of the configuration',
      );
    }
    this.realtime.emitTo(room, event, data);
    return { ok: true };
  }
}
