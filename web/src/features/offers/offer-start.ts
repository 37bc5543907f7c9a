/** What the dialog begins with; everything else is chosen in it. */
export interface OfferStart {
  serviceId?: string;
  petIds?: readonly string[];
  /** Without them the server suggests three. */
  times?: readonly OfferTime[];
}

export interface OfferTime {
  starts_at: string;
  staff_id?: string;
}
