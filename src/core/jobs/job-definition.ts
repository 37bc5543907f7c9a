type PayloadValue = string | number | boolean | null | undefined | readonly string[];

/**
 * What a payload may hold: ids and small scalars that survive JSON unchanged, with `companyId` where the work belongs
 * to a company. Documents are read again by the handler, so that a job never acts on a stale copy.
 */
export type JobPayload<P> = { readonly [Field in keyof P]: PayloadValue };

/** The payload of a job that needs none, such as a recurring sweep. */
export type NoPayload = Readonly<Record<never, never>>;

/** The typed name of one kind of job. */
export interface JobDefinition<P extends JobPayload<P> = NoPayload> {
  readonly name: string;
  /** Carries the payload's type; never set. */
  readonly payloadType?: P;
}

/** The payload of a job, for the signature of its handler. */
export type PayloadOf<D> = D extends JobDefinition<infer P> ? P : never;

// Both queues build keys from the name, and BullMQ reserves the colon.
const VALID_NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

const definedNames = new Set<string>();

/**
 * Declares a kind of job, once, at module level: `export const SendReminder = defineJob<{ ... }>('reminders.send')`.
 * Every declared job must have exactly one `@JobHandler` when the application boots.
 * @throws Error when the name is malformed or taken.
 */
export function defineJob<P extends JobPayload<P> = NoPayload>(name: string): JobDefinition<P> {
  if (!VALID_NAME.test(name)) throw new Error(`Job name "${name}" must be dotted kebab-case`);
  if (definedNames.has(name)) throw new Error(`Job "${name}" is defined twice`);
  definedNames.add(name);
  return Object.freeze({ name });
}

/** Names of every job declared so far in this process. */
export function definedJobNames(): readonly string[] {
  return [...definedNames];
}
