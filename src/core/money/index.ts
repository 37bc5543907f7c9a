export { CURRENCIES, currencyExponent, moneyText, toMinorUnits } from './currency.js';
