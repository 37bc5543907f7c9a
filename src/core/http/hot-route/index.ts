export { type HotCall, type HotRoute, mountHotRoute } from './hot-route.js';
