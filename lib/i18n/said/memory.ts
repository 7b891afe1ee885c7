import { memory as source } from '../en/memory.ts';
import { say } from '../say.ts';

export const memory = /* @__PURE__ */ say(['memory'], source);
