import { library as source } from '../en/library.ts';
import { say } from '../say.ts';

export const library = /* @__PURE__ */ say(['library'], source);
