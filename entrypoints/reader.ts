import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../lib/page/reader.ts';
import { takeOver } from '../lib/page/stage.ts';

/** Stage two: injected by the background where stage one found an article; a second injection does nothing. */
export default defineUnlistedScript(() => {
  const lifetime = takeOver();
  if (lifetime) startReader(document, lifetime);
});
