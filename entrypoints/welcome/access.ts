import { nativeBrowser } from '../../lib/platform/native.ts';

const everyPage = { origins: ['http://*/*', 'https://*/*'] };

/** Firefox lets its readers take away what the manifest asks for, before or after installing. */
export const hasAccess = (): Promise<boolean> => nativeBrowser.permissions.contains(everyPage);

/** Must be called within a press of the reader; false where they decline. */
export const askForAccess = (): Promise<boolean> => nativeBrowser.permissions.request(everyPage);
