import { evidence as source } from '../en/evidence.ts';
import { say } from '../say.ts';

export const evidence = /* @__PURE__ */ say(['evidence'], source);
