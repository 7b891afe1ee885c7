import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../lib/page/reader.ts';
import { bringReader, takeOver } from '../lib/page/stage.ts';

/** Stage two: injected by the background where stage one expects an article; a second injection does nothing. */
export default defineUnlistedScript(() => {
  bringReader(() => {
    const lifetime = takeOver();
    if (lifetime) startReader(document, lifetime);
  });
});
