export const MAX_SECRETS = 64;

export const MAX_VALUE_BYTES = 8_192;

/** Without spaces, because the texts of flows refer to a secret by its name. */
export const SECRET_NAME = /^[A-Za-z][\w-]{0,63}$/;
