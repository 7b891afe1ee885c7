import { packs as source } from '../en/packs.ts';
import { say } from '../say.ts';

export const packs = /* @__PURE__ */ say(['packs'], source);
