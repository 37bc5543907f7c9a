import type { CompanyScope } from '../tenancy/index.js';

/** The secrets of a company, for modules that call other services in its name. */
export abstract class CompanySecrets {
  /**
   * @returns the value in plain text; undefined if there is no secret of this name
   * @throws SecretBoxError if no configured encryption key opens it
   */
  abstract read(scope: CompanyScope, name: string): Promise<string | undefined>;

  /** The names of all secrets. */
  abstract names(scope: CompanyScope): Promise<string[]>;
}
