/** A code such as CC-BY-4.0, at whose hyphens no line ends. */
export const unbroken = (code: string): string => code.replaceAll('-', '-\u2060');
