import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mailer.js';

const CALENDAR_FILE = 'appointment.ics';

/** The mail as nodemailer takes it. */
export function toMailMessage({ calendar, ...mail }: Mail, from: string): SendMailOptions {
  return { ...mail, from, ...(calendar && { icalEvent: { ...calendar, filename: CALENDAR_FILE } }) };
}
