/** Calls to addresses that somebody else chose: what they may reach, how long they may take, how much they may bring. */
export { isPublicAddress } from './public-address.js';
export { fetchFile, type FetchedFile, type FetchFileOptions, FetchStatusError } from './fetch-file.js';
export { ResponseTooLargeError, UnsafeUrlError } from './outbound-errors.js';
