export { boot, BootError } from './boot.js';
