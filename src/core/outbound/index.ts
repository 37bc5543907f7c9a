/** Calls to addresses that an outsider chose, with limits on host, time and size. */
export { AllowedHosts } from './allowed-hosts.js';
export { assertCallable } from './callable-address.js';
export { isLoopbackAddress, isPublicAddress } from './public-address.js';
export { fetchFile, type FetchedFile, type FetchFileOptions, FetchStatusError } from './fetch-file.js';
export { ResponseTooLargeError, UnsafeUrlError } from './outbound-errors.js';
export { postOnce } from './post-once.js';
