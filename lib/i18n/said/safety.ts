import { safety as source } from '../en/safety.ts';
import { say } from '../say.ts';

export const safety = /* @__PURE__ */ say(['safety'], source);
