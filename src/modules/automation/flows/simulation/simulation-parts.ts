import { z } from 'zod';
import type { EffectOutcome, Json } from '../../flow-core/index.js';

const MAX_STUBS = 300;
const MAX_CODE = 64;
const MAX_MESSAGE = 500;

/** A body is JSON already. */
const anyJson = z.unknown() as z.ZodType<Json>;

const outcomeSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: anyJson.optional() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.string().min(1).max(MAX_CODE),
    message: z.string().max(MAX_MESSAGE),
  }),
]);

export const stubsSchema = z
  .record(z.string(), outcomeSchema)
  .refine((stubs) => Object.keys(stubs).length <= MAX_STUBS, `has at most ${MAX_STUBS} nodes`);

/** The outcomes of actions by the id of their node. */
export interface FlowStubs {
  [nodeId: string]: EffectOutcome;
}
