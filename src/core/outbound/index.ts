/** Calls to addresses that an outsider chose, with limits on host, time and size. */
export { AllowedHosts } from './allowed-hosts.js';
export { assertCallable, parseCallable } from './callable-address.js';
export { isLoopbackAddress, isPublicAddress } from './public-address.js';
export { fetchFile, type FetchedFile, type FetchFileOptions, FetchStatusError } from './fetch-file.js';
export { type CallAnswer, callOnce, type CallOptions } from './call-once.js';
export { CallTimeoutError, ResponseTooLargeError, TooManyRedirectsError, UnsafeUrlError } from './outbound-errors.js';
export { postOnce } from './post-once.js';
