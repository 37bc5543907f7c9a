/** A refusal of Asaas: some have no body. */
export class AsaasRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

export const invalid = (description: string, code = 'invalid_value'): AsaasRefusal =>
  new AsaasRefusal(400, code, description);
