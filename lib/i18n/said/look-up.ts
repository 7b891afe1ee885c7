import { lookUp as source } from '../en/look-up.ts';
import { say } from '../say.ts';

export const lookUp = /* @__PURE__ */ say(['lookUp'], source);
