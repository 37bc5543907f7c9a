import { z } from 'zod';
import { graphSchema, STOP_REASONS } from '../../flow-core/index.js';
import { stubsSchema } from '../simulation/simulation-parts.js';
import { REFERENCE_KINDS } from './references.js';

export const EXPORT_FORMAT = 'petbuddy.flow';
export const EXPORT_VERSION = 1;
const MAX_NAME = 100;
const MAX_TEXT = 5_000;
const MAX_ITEMS = 100;
const MAX_REFERENCES = 1_000;
const MAX_SCENARIOS = 50;
const ID = /^[0-9a-f]{24}$/;

const text = z.string().max(MAX_TEXT);
const name = z.string().trim().min(1).max(MAX_NAME);
const instant = z.iso.datetime({ offset: true });

const contactSchema = z.strictObject({
  full_name: name.optional(),
  phone: z.string().max(MAX_NAME).nullish(),
  email: z.string().max(MAX_NAME).nullish(),
  tags: z.array(name).max(MAX_ITEMS).optional(),
  pets: z
    .array(
      z.strictObject({
        name,
        species: name.nullish(),
        breed: name.nullish(),
        weight_kg: z.number().min(0).nullish(),
        vaccinations: z
          .array(z.strictObject({ name, expires_on: z.iso.date().nullish() }))
          .max(MAX_ITEMS)
          .optional(),
      }),
    )
    .max(MAX_ITEMS)
    .optional(),
});

const setupSchema = z.strictObject({
  inputs: z
    .array(z.strictObject({ text: text.optional(), choice: z.int().min(1).optional(), at: instant.optional() }))
    .max(MAX_ITEMS),
  contact: contactSchema.optional(),
  appointment: z.strictObject({ service: name, starts_at: instant, staff: name.nullish() }).optional(),
  stubs: stubsSchema.optional(),
  is_open: z.boolean().optional(),
  is_window_open: z.boolean().optional(),
  now: instant,
});

const scenarioSchema = z.strictObject({
  name,
  setup: setupSchema,
  expected: z.strictObject({
    stop_reason: z.enum(STOP_REASONS).nullish(),
    must_visit: z.array(name).max(MAX_ITEMS).optional(),
    says: z.array(text).max(MAX_ITEMS).optional(),
  }),
});

const referenceSchema = z.strictObject({
  kind: z.enum(REFERENCE_KINDS),
  /** What stands for it in the graph and in `channel_ids`. */
  id: z.string().regex(ID),
  name,
  /** Of a channel. */
  platform: z.string().max(MAX_NAME).optional(),
});

/** A flow outside PetBuddy: names instead of ids, and no secrets. */
export const exportedFlowSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  format_version: z.literal(EXPORT_VERSION),
  name,
  channel_ids: z.array(z.string().regex(ID)).max(MAX_ITEMS),
  graph: graphSchema,
  scenarios: z.array(scenarioSchema).max(MAX_SCENARIOS),
  references: z.array(referenceSchema).max(MAX_REFERENCES),
  secrets: z.array(z.string().max(MAX_NAME)).max(MAX_ITEMS),
});

export type ExportedFlow = z.infer<typeof exportedFlowSchema>;
export type Reference = z.infer<typeof referenceSchema>;
