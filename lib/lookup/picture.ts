import * as v from 'valibot';
import type { LookUpPlaces } from '../model/look-up.ts';
import { mostPictureBytes, type Picture, readImageHead } from '../model/picture.ts';
import { apiUrl, type Asking, askBytes, askJson } from './ask.ts';

/** Pixels: one of the widths that Wikimedia's wikis make (`$wgThumbnailSteps`), enough for the library at twice the density. */
const width = 500;

const field = v.fallback(v.object({ value: v.fallback(v.string(), '') }), { value: '' });

/** `action=query&prop=imageinfo` */
const imageSchema = v.object({
  query: v.object({
    pages: v.array(
      v.object({
        imageinfo: v.fallback(
          v.array(
            v.object({
              thumburl: v.string(),
              descriptionurl: v.string(),
              extmetadata: v.fallback(v.object({ Artist: field, LicenseShortName: field }), {
                Artist: { value: '' },
                LicenseShortName: { value: '' },
              }),
            }),
          ),
          [],
        ),
      }),
    ),
  }),
});

/** A small copy of a picture with whose it is and its licence; null where any of it cannot be had, for it is an extra. */
export async function askPicture(asking: Asking, places: LookUpPlaces, file: string | null): Promise<Picture | null> {
  if (file === null) return null;
  const url = apiUrl(places.wikipedia, {
    action: 'query',
    titles: `File:${file}`,
    prop: 'imageinfo',
    iiprop: 'url|extmetadata',
    iiurlwidth: String(width),
    formatversion: '2',
  });
  const answer = await askJson(asking, url, imageSchema);
  const info = answer.ok ? answer.value.query.pages[0]?.imageinfo[0] : undefined;
  if (info === undefined || !/^https?:$/u.test(URL.parse(info.thumburl)?.protocol ?? '')) return null;
  const { Artist, LicenseShortName } = info.extmetadata;
  // Without a licence nobody knows whether it may be kept.
  if (LicenseShortName.value === '') return null;
  const picture = await askBytes(asking, info.thumburl, mostPictureBytes);
  const head = picture.ok ? readImageHead(picture.value) : null;
  if (!picture.ok || head === null) return null;
  return {
    bytes: picture.value,
    mediaType: head.mediaType,
    url: info.descriptionurl,
    credit: withoutTags(Artist.value),
    licence: LicenseShortName.value.slice(0, 100),
  };
}

/** The wiki writes names of authors as HTML; they are shown as words. */
const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&(?:amp|#0?38);/gu, '&')
    .replace(/&(?:quot|#0?34);/gu, '"')
    .replace(/&(?:#0?39|apos);/gu, "'")
    .replace(/&(?:nbsp|#160);/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 300);
