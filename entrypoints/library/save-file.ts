import { fileStem } from '../../components/file-name.ts';

/** Hands a file to the browser's own way of saving. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun reading before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `sidelight-2026-11-26.jsonl.gz`. */
export const fileName = (stem: string, extension: string): string => {
  const day = new Date().toISOString().slice(0, 10);
  return `${fileStem(stem)}-${day}.${extension}`;
};
