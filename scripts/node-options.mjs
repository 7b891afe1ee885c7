/**
 * The pack builder makes and drops records by the million. Left to itself the engine would let them pile up to a
 * hundred megabytes before it looks for what can go: with two it needs half the memory, and no more time.
 */
const ofScript = { 'pack.ts': ['--max-semi-space-size=2'] };

/** What Node is told when it runs this file of scripts/. */
export const nodeOptions = (script) => ['--disable-warning=ExperimentalWarning', ...(ofScript[script] ?? [])];
