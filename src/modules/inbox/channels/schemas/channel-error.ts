/** Never holds a token. */
export interface ChannelError {
  code: string;
  message: string;
  at: Date;
}
