export const MAX_SECRETS = 64;

export const MAX_VALUE_BYTES = 8_192;

/** Flows name a secret in their texts, so the name has no spaces. */
export const SECRET_NAME = /^[A-Za-z][\w-]{0,63}$/;
