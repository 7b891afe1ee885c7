import type { ToFrame } from '../../lib/message/protocol.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isWhole = ({ type, token, subject, reading, drafts }: Record<string, unknown>): boolean => {
  switch (type) {
    case 'reading':
      return (
        isRecord(reading) &&
        Array.isArray(reading['figures']) &&
        Array.isArray(reading['claims']) &&
        isRecord(reading['article'])
      );
    case 'prepare':
      return isRecord(subject);
    case 'show':
      return typeof token === 'number' && isRecord(subject) && typeof drafts === 'string';
    default:
      return false;
  }
};

/**
 * What the reader sent, or null. The port is the reader's alone, whose key was checked; so this tells messages apart
 * and looks no deeper than what the card cannot be painted without.
 */
export const parseToFrame = (data: unknown): ToFrame | null => {
  if (!isRecord(data)) return null;
  const { type } = data;
  if (type === 'hide' || type === 'focus' || type === 'seen' || type === 'storeChanged') return { type };
  return isWhole(data) ? (data as unknown as ToFrame) : null;
};
