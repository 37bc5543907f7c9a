import { applyDecorators } from '@nestjs/common';
import { RateLimit } from '../../../../core/http/index.js';

const MINUTE_MS = 60_000;
/** The builder plays again after each change of the flow, so a person needs many. */
const PLAYS_PER_MINUTE = 120;

/** For a route that simulates conversations, which takes much time of the processor. */
export const PlaysFlows = (): MethodDecorator =>
  applyDecorators(RateLimit('flow-plays', { limit: PLAYS_PER_MINUTE, ttl: MINUTE_MS }));
