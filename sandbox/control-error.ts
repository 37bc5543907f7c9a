/** Answered with 400 and the message. */
export class ControlError extends Error {}
