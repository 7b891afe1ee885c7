import { data as source } from '../en/data.ts';
import { say } from '../say.ts';

export const data = /* @__PURE__ */ say(['data'], source);
