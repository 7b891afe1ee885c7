import { findNames } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/open.ts';

/** What `asShipped` makes one script of. */
export const gazetteer = { findNames, openGazetteer };
