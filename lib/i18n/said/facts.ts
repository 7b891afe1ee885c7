import { facts as source } from '../en/facts.ts';
import { say } from '../say.ts';

export const facts = /* @__PURE__ */ say(['facts'], source);
