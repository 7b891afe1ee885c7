import { panel as source } from '../en/panel.ts';
import { say } from '../say.ts';

export const panel = /* @__PURE__ */ say(['panel'], source);
