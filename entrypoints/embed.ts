import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hearEscape } from '../lib/page/card/embeds.ts';

/** Injected by the background into a page's embeds while one of them has the focus and a card is open. */
export default defineUnlistedScript(() => hearEscape(window));
