import { invitationMail, passwordChangedMail, passwordResetMail } from './account-mails.js';

const ANA = { email: 'ana@example.com', full_name: 'Ana', locale: 'en' };

describe('account mails', () => {
  it('says the same in both bodies', () => {
    const mail = passwordResetMail(ANA, 'https://pets.example.com/reset-password/abc');
    expect(mail).toMatchObject({ to: 'ana@example.com', subject: 'Reset your password' });
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('Hello, Ana!');
      expect(body).toContain('https://pets.example.com/reset-password/abc');
    }
  });

  it('speaks Portuguese where the locale does, else English', () => {
    expect(passwordChangedMail({ ...ANA, locale: 'pt-BR' }).subject).toBe('Sua senha foi alterada');
    expect(passwordChangedMail({ ...ANA, locale: 'fr' }).subject).toBe('Your password was changed');
  });

  it('greets the nameless', () => {
    expect(passwordChangedMail({ ...ANA, full_name: '' }).text).toMatch(/^Hello!/);
  });

  it('escapes what users wrote, and lets no header in', () => {
    const mail = invitationMail(
      { ...ANA, full_name: `<img src=x onerror='1'>` },
      'Paws\r\nBcc: x@example.com',
      'https://a/?b&c',
    );
    expect(mail.html).toContain('&lt;img src=x onerror=&#39;1&#39;&gt;');
    expect(mail.html).toContain('https://a/?b&amp;c');
    expect(mail.html).not.toContain('<img');
    expect(mail.subject).toBe('Paws Bcc: x@example.com invites you to PetBuddy');
  });
});
