/** A button below a message. */
export interface MessageButton {
  /** Sent back with the customer's answer. */
  id: string;
  title: string;
}

export interface ListRow extends MessageButton {
  description?: string;
}

/** A list of choices; its button opens it. */
export interface MessageList {
  button: string;
  rows: ListRow[];
}

/** At most one of the fields is set. */
export interface MessageChoices {
  buttons?: MessageButton[];
  list?: MessageList;
}
