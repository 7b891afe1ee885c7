import { card as source } from '../en/card.ts';
import { say } from '../say.ts';

export const card = /* @__PURE__ */ say(['card'], source);
