import type { ToFrame } from '../../lib/message/protocol.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * What the reader sent, or null. The port is the reader's alone, whose key was checked; so this tells messages apart
 * and looks no deeper than what the card cannot be painted without.
 */
export const parseToFrame = (data: unknown): ToFrame | null => {
  if (!isRecord(data)) return null;
  if (data['type'] === 'hide' || data['type'] === 'focus') return { type: data['type'] };
  const { subject, reading } = data;
  const paintable =
    data['type'] === 'show' &&
    typeof data['token'] === 'number' &&
    isRecord(subject) &&
    isRecord(reading) &&
    Array.isArray(reading['figures']) &&
    Array.isArray(reading['claims']) &&
    isRecord(reading['article']);
  return paintable ? (data as unknown as ToFrame) : null;
};
