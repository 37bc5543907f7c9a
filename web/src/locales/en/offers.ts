import offers from './offers.json';

/** The words of offered times, which the inbox and the booking panel load late (see `withOfferWords`). */
export const offerWords = { offers };
