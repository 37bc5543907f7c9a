/** Downloads from addresses that an outsider chose, with limits on host, time and size. */
export { isLoopbackAddress, isPublicAddress } from './public-address.js';
export { fetchFile, type FetchedFile, type FetchFileOptions, FetchStatusError } from './fetch-file.js';
export { ResponseTooLargeError, UnsafeUrlError } from './outbound-errors.js';
