export { isSameSecret } from './same-secret.js';
export { KeyedHasher } from './keyed-hasher.js';
export { SecretBox, SecretBoxError, type SecretPlace } from './secret-box.js';
export { SecurityModule } from './security.module.js';
export { declareSealedField } from './sealed-fields.js';
export { SecretResealer } from './secret-resealer.js';
