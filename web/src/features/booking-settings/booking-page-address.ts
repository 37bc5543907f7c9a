/** The address of the company's public booking page. */
export const bookingPageAddress = ({ slug }: { slug: string }): string => `${location.origin}/book/${slug}`;
