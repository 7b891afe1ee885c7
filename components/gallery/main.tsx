import { speakIn } from './language.ts';

await speakIn(new URLSearchParams(location.search).get('lang') ?? '');
// Whatever speaks reads its language as it is loaded, so it is loaded only now.
await import('./show.tsx');
