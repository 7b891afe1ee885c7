/**
 * The first frame of a picture that moves, as an address that holds it; null where the browser cannot draw it. A card is
 * read: nothing in it moves, whatever the system's wish on motion is.
 */
export const firstFrame = async (bytes: Uint8Array, mediaType: string): Promise<string | null> => {
  try {
    // A copy of its own: what came from the store may lie in memory that is shared.
    const bitmap = await createImageBitmap(new Blob([bytes.slice()], { type: mediaType }));
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return canvas.toDataURL('image/png');
  } catch {
    return null;
  }
};
