import { reasons as source } from '../en/reasons.ts';
import { say } from '../say.ts';

export const reasons = /* @__PURE__ */ say(['reasons'], source);
