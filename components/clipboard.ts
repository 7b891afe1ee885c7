const copyBySelection = (text: string): boolean => {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
};

/**
 * Puts text on the clipboard, within a press of the reader; tells whether it is there. A frame in another site's page
 * is refused the asynchronous clipboard, with a line in that page's console, while copying a selection is allowed.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if (window.parent !== window && copyBySelection(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
};
