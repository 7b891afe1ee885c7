/** The part of the package that we use; it brings no types of its own. */
declare module 'punycode/punycode.es6.js' {
  /** The letters of a label whose "xn--" was taken off; a RangeError where it is no such label. */
  export function decode(label: string): string;
}
