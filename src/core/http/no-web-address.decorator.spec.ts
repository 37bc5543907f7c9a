import { hasWebAddress } from './no-web-address.decorator.js';

it.each([
  'Win a prize at evil.com',
  'https://evil.example/x',
  'www.evil.xyz',
  'evil.app/login',
  'Pets (evil.online)',
  'http://192.0.2.1/x',
  '192.0.2.1/x',
  'clínica.com.br',
])('finds the web address in "%s"', (text) => {
  expect(hasWebAddress(text)).toBe(true);
});

it.each(['Happy Paws', 'Dr. Ana & Cia. Ltda.', 'Pet Shop No. 1', 'Bruno <b>Reis</b>', 'J.R. Silva', '4.5 patas', ''])(
  'finds none in "%s"',
  (text) => {
    expect(hasWebAddress(text)).toBe(false);
  },
);
