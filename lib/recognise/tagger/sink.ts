import { mix } from './hash.ts';

/** Collects the features of a sequence: hashes one after another, and where each token's begin. */
export class FeatureSink {
  hashes = new Uint32Array(1 << 14);
  /** `starts[i]` to `starts[i + 1]` are token i's. */
  starts = new Int32Array(257);
  count = 0;
  tokens = 0;

  clear(): void {
    this.count = 0;
    this.tokens = 0;
    this.starts[0] = 0;
  }

  add(template: number, value: number): void {
    if (this.count === this.hashes.length) {
      const grown = new Uint32Array(this.hashes.length * 2);
      grown.set(this.hashes);
      this.hashes = grown;
    }
    this.hashes[this.count] = mix(template, value);
    this.count += 1;
  }

  closeToken(): void {
    this.tokens += 1;
    if (this.tokens === this.starts.length) {
      const grown = new Int32Array(this.starts.length * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.tokens] = this.count;
  }
}
