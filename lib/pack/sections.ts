import { letGo } from '../model/byte-streams.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** Several binary parts in one buffer: [magic, version, count, then offset and length of each], each at a multiple of 4. */

const headWords = 3;

export interface SectionKind {
  readonly magic: number;
  readonly version: number;
}

export interface Section {
  readonly offset: number;
  readonly length: number;
}

/** What the sections lie in is let go, where it is theirs alone. */
export function joinSections(kind: SectionKind, sections: readonly Uint8Array<ArrayBuffer>[]): ArrayBuffer {
  const head = new Uint32Array(headWords + sections.length * 2);
  head.set([kind.magic, kind.version, sections.length]);
  let end = head.byteLength;
  for (const [i, section] of sections.entries()) {
    head.set([end, section.byteLength], headWords + i * 2);
    end += Math.ceil(section.byteLength / 4) * 4;
  }
  const whole = new Uint8Array(end);
  whole.set(new Uint8Array(head.buffer));
  for (const [i, section] of sections.entries()) whole.set(section, head[headWords + i * 2]);
  for (const section of sections) letGo(section);
  return whole.buffer;
}

/** Where the sections lie, or why the buffer holds no such thing. */
export function findSections(kind: SectionKind, buffer: ArrayBuffer, count: number): Result<Section[], string> {
  const headBytes = (headWords + count * 2) * 4;
  if (buffer.byteLength < headBytes) return failed('is too short');
  const head = new Uint32Array(buffer, 0, headWords + count * 2);
  if (head[0] !== kind.magic) return failed('is something else');
  if (head[1] !== kind.version || head[2] !== count) return failed(`is of version ${head[1]}`);
  const sections: Section[] = [];
  for (let i = 0; i < count; i += 1) {
    const offset = head[headWords + i * 2] ?? 0;
    const length = head[headWords + i * 2 + 1] ?? 0;
    if (offset % 4 !== 0 || offset + length > buffer.byteLength) return failed('is cut off');
    sections.push({ offset, length });
  }
  return ok(sections);
}

export const bytesOf = (view: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
