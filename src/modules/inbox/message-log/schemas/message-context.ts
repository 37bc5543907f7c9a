/** The ad or the link by which a customer came. `ref` is the link's name, or the click id of WhatsApp (`ctwa_clid`). */
export interface Referral {
  source?: string;
  ref?: string;
  ad_id?: string;
  post_id?: string;
  headline?: string;
  url?: string;
}

export interface MessageContext {
  reply_to_external_id?: string;
  story?: { id?: string; url?: string; kind: 'reply' | 'mention' };
  button?: { payload: string; title?: string };
  /** `is_taken`: another contact already has the new id; staff may merge the two. */
  id_change?: { old_id: string; new_id: string; is_taken: boolean };
  /** Tells staff what a flow left to them. `cause` is a code; lines of older versions have none. */
  hand_off?: { flow: string | null; reason: string; cause?: string };
  referral?: Referral;
  /** Forwarded by the customer; `often`: forwarded many times. */
  forwarded?: 'once' | 'often';
}
