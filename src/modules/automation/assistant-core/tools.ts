import { z } from 'zod';
import { PARTS_OF_DAY } from './facts.types.js';

const service = z
  .string()
  .regex(/^s\d{1,3}$/)
  .describe('alias of a service, for example s1');
const pet = z
  .string()
  .regex(/^p\d{1,3}$/)
  .describe('alias of a pet, for example p1');
const appointment = z
  .string()
  .regex(/^a\d{1,3}$/)
  .describe('alias of an appointment, for example a1');
const offer = z
  .string()
  .regex(/^o\d{1,3}$/)
  .describe('alias of an offered time, for example o1');
const date = z.iso.date().describe('YYYY-MM-DD');

/** Fields of a pet that a customer may tell. Staff confirm those in {@link MEDICAL_FIELDS}. */
export const PET_FIELDS = ['breed', 'weight_kg', 'behaviour', 'allergies', 'medication', 'condition'] as const;
export const MEDICAL_FIELDS: readonly (typeof PET_FIELDS)[number][] = ['allergies', 'medication', 'condition'];

/** The arguments of all tools. No tool takes a company, a contact, a phone number or a database id. */
export const TOOL_ARGS = {
  get_business_info: z.strictObject({ topic: z.enum(['hours', 'address', 'phone', 'policies']) }),
  list_services: z.strictObject({}),
  list_pets: z.strictObject({}),
  list_my_bookings: z.strictObject({}),
  upsert_pet_fact: z.strictObject({ pet, field: z.enum(PET_FIELDS), value: z.string().min(1).max(200) }),
  /** With an appointment: times to which it can move. */
  find_slots: z.strictObject({
    service: service.nullable(),
    pet: pet.nullable(),
    appointment: appointment.nullable(),
    from: date,
    to: date,
    part_of_day: z.enum(PARTS_OF_DAY).nullable(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable()
      .describe('HH:MM; the nearest times are returned'),
  }),
  hold_slot: z.strictObject({ offer }),
  confirm_booking: z.strictObject({ offer }),
  move_booking: z.strictObject({ appointment, offer }),
  cancel_booking: z.strictObject({ appointment }),
  handoff: z.strictObject({ summary: z.string().max(500) }),
} as const;
export type ToolName = keyof typeof TOOL_ARGS;
export type ArgsOf<Name extends ToolName> = z.infer<(typeof TOOL_ARGS)[Name]>;

/** The core answers these from the facts of the turn, so they are no effects. */
export const FACT_TOOLS = ['get_business_info', 'list_services', 'list_pets', 'list_my_bookings', 'handoff'] as const;
/** Asked of the adapter. */
export type EffectTool = Exclude<ToolName, (typeof FACT_TOOLS)[number]>;
export type ToolCall = { [Name in EffectTool]: { readonly name: Name; readonly args: ArgsOf<Name> } }[EffectTool];

const slot = z.object({ alias: offer, starts_at: z.iso.datetime() });
/** An outcome that was stored by an older version has no link. */
const link = z.url().nullish();
const change = z.object({ service: z.string(), pet: z.string().nullable(), starts_at: z.iso.datetime() });

/** The values of good outcomes. */
export const TOOL_VALUES = {
  upsert_pet_fact: z.object({ status: z.enum(['saved', 'for_approval']) }),
  /** At most five, in order of time. */
  find_slots: z.object({ offers: z.array(slot) }),
  /** `price` and `notes` in the words of the company. */
  hold_slot: z.object({ price: z.string().nullable(), notes: z.array(z.string()) }),
  confirm_booking: change.extend({ status: z.enum(['booked', 'pending']), link }),
  move_booking: change.extend({ status: z.enum(['booked', 'pending']), link }),
  cancel_booking: change,
} as const satisfies Record<EffectTool, z.ZodType>;
export type ValueOf<Name extends EffectTool> = z.infer<(typeof TOOL_VALUES)[Name]>;

/**
 * `SLOT_TAKEN` and `OFFER_EXPIRED` lead to a new search, `NOT_ALLOWED` (a rule of the company) and every other code to staff.
 * `message` is for staff.
 */
export type ToolOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };
