import { crc32, deflateSync } from 'node:zlib';

/** Pixels; the shape of most portraits. */
const width = 250;
const height = 320;

type Colour = readonly [red: number, green: number, blue: number];

/** Whether a point lies within an ellipse. */
const within = (x: number, y: number, [cx, cy, rx, ry]: readonly [number, number, number, number]): boolean =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** Somebody who does not exist, before a wall: from the front to the back, what is seen first counts. */
function colourAt(x: number, y: number): Colour {
  if (within(x, y, [125, 138, 40, 52]) && y > 112) return [186, 133, 96];
  if (within(x, y, [125, 126, 52, 64])) return [70, 50, 42];
  if (x > 103 && x < 147 && y > 170 && y < 232) return [166, 114, 80];
  if (within(x, y, [125, 322, 108, 106])) return [48, 78, 104];
  return y < 210 ? [206, 192, 168] : [184, 166, 138];
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A portrait as PNG. */
export function drawPortrait(): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x, y), y * (width * 3 + 1) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
