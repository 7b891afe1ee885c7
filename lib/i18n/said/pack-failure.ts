import { packFailure as source } from '../en/pack-failure.ts';
import { say } from '../say.ts';

export const packFailure = /* @__PURE__ */ say(['packFailure'], source);
