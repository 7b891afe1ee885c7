import type { FigureContext } from '../../lib/model/card.ts';
import { ok } from '../../lib/model/result.ts';
import type { AskPicture } from '../card/pictures.ts';
import { briefs } from './fixtures.ts';

const drawn = (width: number, height: number, shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes}</svg>`;

/** Somebody before a wall, a landscape with a tower, and an emblem on no ground: nobody and nothing that there is. */
const drawings: Readonly<Record<string, string>> = {
  [briefs.minister.id]: drawn(
    400,
    520,
    `<rect width="400" height="520" fill="#c9b79c"/><rect width="400" height="180" fill="#d8c9b1"/>
<path d="M128 208q0-104 72-104t72 104l10 130H118z" fill="#4a3428"/><path d="M20 520q10-150 120-168h120q110 18 120 168z" fill="#35506b"/>
<path d="M160 330h80v46q-40 40-80 0z" fill="#a8744f"/><ellipse cx="200" cy="228" rx="62" ry="82" fill="#b9825a"/>
<path d="M136 214q6-86 64-86t64 86q-40-14-64-50-24 36-64 50z" fill="#4a3428"/>`,
  ),
  [briefs.capital.id]: drawn(
    480,
    320,
    `<rect width="480" height="320" fill="#a9c3d4"/><path d="M0 210l120-70 90 50 110-90 160 110v110H0z" fill="#6d8a74"/>
<rect y="250" width="480" height="70" fill="#49697c"/><path d="M330 250v-140h26v140zM323 110h40l-20-34z" fill="#e9e2d3"/>`,
  ),
  [briefs.alliance.id]: drawn(
    640,
    240,
    `<circle cx="120" cy="120" r="84" fill="none" stroke="#12395b" stroke-width="24"/>
<path d="M120 36v168M36 120h168" stroke="#12395b" stroke-width="24"/><path d="M250 84h340v24H250zM250 132h250v24H250z" fill="#12395b"/>`,
  ),
};

/** What stands with a picture that a look-up brought; a name longer than its line among it. */
export const withPicture = (context: FigureContext): FigureContext => ({
  ...context,
  picture: {
    url: 'https://pictures.example/wiki/File:Portrait.jpg',
    credit: 'Ines Halloran, Harbour Press Office',
    licence: 'CC BY-SA 4.0',
    at: 1,
  },
});

export const askDrawing: AskPicture = async (id) => {
  const drawing = drawings[id];
  return ok(drawing === undefined ? null : { mediaType: 'image/svg+xml', base64: btoa(drawing) });
};

/** One pixel as GIF that is blue, and red after a tenth of a second, for ever. */
const blinking =
  'GIF89a\x01\0\x01\0\x80\0\0\x3d\x4f\xb8\xe0\x20\x20!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0' +
  ['\x44', '\x4c'].map((pixel) => `!\xf9\x04\x04\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02${pixel}\x01\0`).join('') +
  ';';

export const askBlinking: AskPicture = async () => ok({ mediaType: 'image/gif', base64: btoa(blinking) });

/** A picture that the browser cannot show. */
export const askBroken: AskPicture = async () => ok({ mediaType: 'image/png', base64: 'AAEC' });
