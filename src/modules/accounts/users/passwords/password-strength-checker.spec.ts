import { PasswordStrengthChecker } from './password-strength-checker.js';

const strength = new PasswordStrengthChecker();

it.each([
  '12345678',
  'password1',
  'Password123',
  'P@ssw0rd',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'qwertyuiop',
  'iloveyou1',
])('refuses "%s" and says what to do', async (password) => {
  const field = { field: 'password', message: expect.stringContaining('Choose another') };
  await expect(strength.assertGood(password)).rejects.toMatchObject({ code: 'VALIDATION_ERROR', details: [field] });
});

it.each(['correct horse battery', 'petbuddy-demo', 'um dois três gatos', 'xK9$mQ2v', 'é'.repeat(3) + ' kaninchen 77'])(
  'takes "%s"',
  async (password) => {
    await expect(strength.assertGood(password)).resolves.toBeUndefined();
  },
);
