import { ECDH } from 'node:crypto';
import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { check, Field, Part, Pattern, Text } from '../../../../core/http/index.js';

const MAX_ENDPOINT_LENGTH = 1_024;
const PUBLIC_KEY = /^[\w-]{87}=?$/;
const AUTH_SECRET = /^[\w-]{22}(==)?$/;

/** The keys are those of RFC 8291, appendix A. */
export const EXAMPLE_SUBSCRIPTION = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/dXJuOmV4YW1wbGU:APA91bExample',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

export class PushKeysDto {
  @Field(
    { type: String, example: EXAMPLE_SUBSCRIPTION.keys.p256dh },
    { description: 'The public key of the browser, on the curve P-256, in base64url' },
    check('isPublicKey', isPublicKey, 'a public key of the curve P-256 in base64url'),
  )
  p256dh!: string;

  @Pattern(AUTH_SECRET, '16 bytes in base64url', { example: EXAMPLE_SUBSCRIPTION.keys.auth })
  auth!: string;
}

/** What `PushSubscription.toJSON()` of the browser gives. */
export class PushSubscriptionDto {
  @Text(MAX_ENDPOINT_LENGTH, {
    description: 'An address of a known push service',
    example: EXAMPLE_SUBSCRIPTION.endpoint,
  })
  endpoint!: string;

  @Part(() => PushKeysDto)
  keys!: PushKeysDto;

  @ApiProperty({ type: Number, nullable: true, required: false, description: 'Sent by browsers, and not used' })
  @Allow()
  expirationTime?: number | null;
}

export class EndPushSubscriptionDto {
  @Text(MAX_ENDPOINT_LENGTH, { description: 'The endpoint of the browser', example: EXAMPLE_SUBSCRIPTION.endpoint })
  endpoint!: string;
}

export class PushKeyDto {
  @ApiProperty({ description: '`applicationServerKey` for `pushManager.subscribe`, in base64url' })
  public_key!: string;
}

function isPublicKey(value: unknown): boolean {
  if (typeof value !== 'string' || !PUBLIC_KEY.test(value)) return false;
  try {
    return ECDH.convertKey(value, 'prime256v1', 'base64url').length > 0;
  } catch {
    return false;
  }
}
