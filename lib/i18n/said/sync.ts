import { sync as source } from '../en/sync.ts';
import { say } from '../say.ts';

export const sync = /* @__PURE__ */ say(['sync'], source);
