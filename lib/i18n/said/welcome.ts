import { welcome as source } from '../en/welcome.ts';
import { say } from '../say.ts';

export const welcome = /* @__PURE__ */ say(['welcome'], source);
