import { saveClaim as source } from '../en/save-claim.ts';
import { say } from '../say.ts';

export const saveClaim = /* @__PURE__ */ say(['saveClaim'], source);
