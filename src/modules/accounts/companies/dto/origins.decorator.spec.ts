import { isOrigin } from './origins.decorator.js';

describe('isOrigin', () => {
  it.each(['https://example.com', 'https://www.pets.example:8443', 'http://localhost:3000'])('accepts %s', (text) => {
    expect(isOrigin(text)).toBe(true);
  });

  it.each([
    'https://example.com/',
    'https://example.com/path',
    'https://EXAMPLE.com',
    'https://user@example.com',
    'https://example.com; script-src *',
    "https://example.com 'self'",
    'https://*.example.com/x',
    'http://example.com',
    'javascript:alert(1)',
    'data:text/html,x',
    "'self'",
    '*',
    'null',
    '',
    7,
  ])('refuses %s', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});
