/** One environment variable that the product reads. */
export interface EnvVariable<T = unknown> {
  readonly group: 'Server' | 'Database' | 'Auth' | 'Security' | 'Meta' | 'Google' | 'Mail' | 'Storage' | 'Sandbox';
  readonly description: string;
  /** Never printed, and production refuses to start without it when `requiredInProduction`. */
  readonly secret?: true;
  readonly requiredInProduction?: true;
  /** Shown in the documentation; `parse` turns an unset variable into its value. */
  readonly default?: string;
  /** A value for `.env.example`, where `default` is a sentence. */
  readonly example?: string;
  /** @throws Error with a reason that never repeats the value. */
  readonly parse: (raw: string | undefined) => T;
}

export const variable = <T>(definition: EnvVariable<T>): EnvVariable<T> => definition;
