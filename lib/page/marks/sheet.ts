/**
 * The look of marks, after the tokens of the product (components/tokens.css). Inside a closed shadow root: nothing of it
 * reaches the page. A page may set custom properties on the host and declare what those of a name are in every root, an
 * address among them: here they are colours alone, for which nothing is loaded. Where a page moves our element, Chromium
 * counts each box in it as a shift of the layout and tells the largest: but not in what contains paint.
 */
export const markSheet = `
:host { all: initial; position: absolute; left: 0; top: 0; width: 0; height: 0; pointer-events: none; }
div {
  position: absolute; left: 0; top: 0; width: 0; height: 0; contain: size layout style;
  --ink: #1d1c1a; --person: #3d4fb8; --organisation: #0d7377; --place: #35722a; --event: #9c4f0a; --work: #7b4397;
  --product: #7a5d00; --law: #4f6173; --claim: #9a2f57;
}
i { position: absolute; }
@supports (overflow-clip-margin: 1px) { div { contain: strict; overflow-clip-margin: 9999999px } }
.ruler { width: 100px; height: 100px; visibility: hidden; }
.dark {
  --ink: #f1ede2; --person: #9fb0ff; --organisation: #5fc9c9; --place: #93cf7c; --event: #f0ab63; --work: #d3a5ea;
  --product: #dcc05a; --law: #a9bfd4; --claim: #f090b4;
}
.more {
  --ink: #000; --person: #26348c; --organisation: #064b4e; --place: #1e4a15; --event: #6a3304; --work: #572a70;
  --product: #4d3a00; --law: #33424f; --claim: #751b3d;
}
.more.dark {
  --ink: #fff; --person: #bfcaff; --organisation: #8ee6e6; --place: #b4eaa0; --event: #fccf9b; --work: #e6c9f7;
  --product: #f0dc8c; --law: #cbdae8; --claim: #fbbed3;
}
.person{--c:var(--person)}.organisation{--c:var(--organisation)}.place{--c:var(--place)}.event{--c:var(--event)}
.work{--c:var(--work)}.product{--c:var(--product)}.law{--c:var(--law)}.other{--c:var(--ink)}.claim{--c:var(--claim)}
.known { background-color: var(--c); }
.unknown { background: linear-gradient(to right, var(--c) 55%, transparent 0) 0 0 / 5px; }
.unknown.upright { background: linear-gradient(to bottom, var(--c) 55%, transparent 0) 0 0 / auto 5px; }
.tick { background-color: var(--c); border-radius: 2px; }
.wash { background-color: color-mix(in srgb, var(--c) 14%, transparent); border-radius: 2px; }
.wash.claim { background-color: color-mix(in srgb, var(--c) 9%, transparent); border-radius: 0; }
.more.wash { background-color: color-mix(in srgb, var(--c) 22%, transparent); }
@media (forced-colors: active) {
  i[class] { forced-color-adjust: none; --c: LinkText; }
  i.claim { --c: Highlight; }
}
`;
