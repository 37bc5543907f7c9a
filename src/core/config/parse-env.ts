import { ENV_SCHEMA, type EnvName } from './env-schema.js';

export type ParsedEnv = { [Name in EnvName]: ReturnType<(typeof ENV_SCHEMA)[Name]['parse']> };

/** @throws Error that lists every bad variable with its reason, never a value */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const parsed: Partial<Record<EnvName, unknown>> = {};
  const problems: string[] = [];
  for (const name of Object.keys(ENV_SCHEMA) as EnvName[]) {
    try {
      parsed[name] = ENV_SCHEMA[name].parse(source[name]);
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) throw new Error(`Invalid configuration:\n- ${problems.join('\n- ')}`);
  return parsed as ParsedEnv;
}
