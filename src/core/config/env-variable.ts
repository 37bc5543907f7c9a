export interface EnvVariable<T = unknown> {
  readonly group:
    | 'Server'
    | 'Database'
    | 'Auth'
    | 'Security'
    | 'Meta'
    | 'Google'
    | 'Language model'
    | 'Payments'
    | 'Mail'
    | 'Push'
    | 'Storage'
    | 'Sandbox';
  readonly description: string;
  /** Never printed. Production does not start without it if `requiredInProduction` is set. */
  readonly secret?: true;
  readonly requiredInProduction?: true;
  readonly default?: string;
  readonly example?: string;
  /** @throws Error with a reason that never repeats the value */
  readonly parse: (raw: string | undefined) => T;
}

export const variable = <T>(definition: EnvVariable<T>): EnvVariable<T> => definition;
