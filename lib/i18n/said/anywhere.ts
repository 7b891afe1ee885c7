import { anywhere as source } from '../en/anywhere.ts';
import { say } from '../say.ts';

export const anywhere = /* @__PURE__ */ say(['anywhere'], source);
