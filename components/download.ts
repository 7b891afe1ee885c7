/** Hands a text to the reader as a file of that name, through the browser's own download. */
export const saveText = (name: string, text: string, type = 'text/plain'): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next task; the address is not needed after that.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
