export { CURRENCIES, currencyExponent, toMinorUnits } from './currency.js';
