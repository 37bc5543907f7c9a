type PayloadValue = string | number | boolean | null | undefined | readonly string[];

/**
 * Ids and small scalars that survive JSON, with `companyId` if the work belongs to a company. The handler reads
 * documents again, so that it never acts on a stale copy.
 */
export type JobPayload<P> = { readonly [Field in keyof P]: PayloadValue };

export type NoPayload = Readonly<Record<never, never>>;

export interface JobDefinition<P extends JobPayload<P> = NoPayload> {
  readonly name: string;
  readonly payloadType?: P;
}

export type PayloadOf<D> = D extends JobDefinition<infer P> ? P : never;

// Both queues build keys from the name, and BullMQ reserves the colon.
const VALID_NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

const definedNames = new Set<string>();

/**
 * Declares a kind of job at module level: `export const SendReminder = defineJob<{ ... }>('reminders.send')`. It
 * must have exactly one `@JobHandler` at boot.
 * @throws Error if the name is malformed or taken
 */
export function defineJob<P extends JobPayload<P> = NoPayload>(name: string): JobDefinition<P> {
  if (!VALID_NAME.test(name)) throw new Error(`Job name "${name}" must be dotted kebab-case`);
  if (definedNames.has(name)) throw new Error(`Job "${name}" is defined twice`);
  definedNames.add(name);
  return Object.freeze({ name });
}

export function definedJobNames(): readonly string[] {
  return [...definedNames];
}
