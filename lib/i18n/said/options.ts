import { options as source } from '../en/options.ts';
import { say } from '../say.ts';

export const options = /* @__PURE__ */ say(['options'], source);
