import type { MetaPlatform } from '../../meta/index.js';

/** The permissions that the dialog asks for. */
export const LOGIN_SCOPES: Readonly<Record<MetaPlatform, readonly string[]>> = {
  facebook: [
    'pages_show_list',
    'pages_messaging',
    'pages_manage_metadata',
    'pages_read_engagement',
    'pages_read_user_content',
    'instagram_basic',
    'instagram_manage_messages',
    'instagram_manage_comments',
    'business_management',
  ],
  instagram: ['instagram_business_basic', 'instagram_business_manage_messages', 'instagram_business_manage_comments'],
  whatsapp: ['whatsapp_business_management', 'whatsapp_business_messaging'],
};

/** Without one of these, no account of the platform can be connected. */
export const NEEDED_SCOPES: Readonly<Record<MetaPlatform, readonly string[]>> = {
  facebook: ['pages_show_list', 'pages_messaging', 'pages_manage_metadata'],
  instagram: ['instagram_business_basic', 'instagram_business_manage_messages'],
  whatsapp: ['whatsapp_business_management', 'whatsapp_business_messaging'],
};

/** Needed for an Instagram account that is linked to a Page. */
export const LINKED_INSTAGRAM_SCOPES: readonly string[] = ['instagram_basic', 'instagram_manage_messages'];

/** Without these, some accounts of the log-in cannot be connected. */
export const SCOPES_FOR_MESSAGES: Readonly<Record<MetaPlatform, readonly string[]>> = {
  ...NEEDED_SCOPES,
  facebook: [...NEEDED_SCOPES.facebook, ...LINKED_INSTAGRAM_SCOPES],
};

export function missingScopes(needed: readonly string[], granted: readonly string[]): string[] {
  return needed.filter((scope) => !granted.includes(scope));
}
