import { finder as source } from '../en/finder.ts';
import { say } from '../say.ts';

export const finder = /* @__PURE__ */ say(['finder'], source);
