/** Running an entry point: what keeps a process from starting is said in one message, and the process ends with 1. */
export { boot, BootError } from './boot.js';
