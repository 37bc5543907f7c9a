/** A button that the customer may press instead of writing. */
export interface MessageButton {
  /** Comes back with the answer. */
  id: string;
  title: string;
}

export interface ListRow extends MessageButton {
  description?: string;
}

/** A list that the customer opens by its button. */
export interface MessageList {
  button: string;
  rows: ListRow[];
}

/** At most one of them is given. */
export interface MessageChoices {
  buttons?: MessageButton[];
  list?: MessageList;
}
