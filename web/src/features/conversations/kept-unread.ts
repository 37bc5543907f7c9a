const kept = new Set<string>();

/** The user has marked the conversation as unread: looking at it does not mark it as read, until it is opened again. */
export const keepUnread = (id: string): void => void kept.add(id);

/** The conversation is opened, or has a new message. */
export const letBeRead = (id: string): void => void kept.delete(id);

export const isKeptUnread = (id: string): boolean => kept.has(id);
