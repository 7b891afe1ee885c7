/** What Node is told when it runs this file of scripts/. */
export function nodeOptions(script: string): readonly string[];
