/** The pure part of the flows: no Nest, no I/O, no clock, no randomness. */
export * from './graph.js';
export * from './empty-fields.js';
export * from './core.types.js';
