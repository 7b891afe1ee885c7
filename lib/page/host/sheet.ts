/**
 * Look of our element in a page: none. What the page's own style says of it is overruled. Within a canvas it is not there at
 * all: Chromium is to let pages draw what they put into one, marks with it, and read the picture.
 */
export const hostSheet = `
:host {
  all: initial !important; display: block !important; position: relative !important; width: 0 !important;
  height: 0 !important; pointer-events: none !important; direction: ltr !important; user-select: none !important;
}
@media print { :host { display: none !important } }
:host-context(canvas) { display: none !important }
`;

/** In an article whose every place would move something: out of the flow, where the flow has it. */
export const outOfFlow = ':host { position: absolute !important; }';

/** Away from the article: in the corner of the view, without the marks. */
export const overThePage = `
:host { position: fixed !important; inset: 0 auto auto 0 !important; }
span { display: none; }
`;
