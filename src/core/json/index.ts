/** Reads values of JSON that an outsider wrote. */
export { isObject, type JsonObject, objectOf, objectsOf, textOf, timeOf } from './json.js';
