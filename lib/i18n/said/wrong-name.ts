import { wrongName as source } from '../en/wrong-name.ts';
import { say } from '../say.ts';

export const wrongName = /* @__PURE__ */ say(['wrongName'], source);
