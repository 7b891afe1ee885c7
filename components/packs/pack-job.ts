/** The one import or update that the reader has asked for, as the packs section shows it. */
export type PackJob =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly what: string; readonly done: number; readonly total: number | null }
  /** A publisher whom the reader does not know yet. */
  | { readonly state: 'question'; readonly publisher: string; readonly fingerprint: string }
  | { readonly state: 'good'; readonly words: string }
  /** `reported`: what the browser said of what nobody foresaw, for whoever is asked for help. */
  | { readonly state: 'refused'; readonly why: string; readonly reported?: string };

export interface PackActions {
  readonly onFile: (file: File) => void;
  /** The address, and whether the pack is kept up to date from there. */
  readonly onAddress: (url: string, subscribe: boolean) => void;
  readonly onCancel: () => void;
  /** The reader's answer about the publisher. */
  readonly onAnswer: (accepted: boolean) => void;
  readonly onDismiss: () => void;
  readonly onUpdate: (pack: string, url: string) => void;
  readonly onSubscribe: (pack: string, url: string | null) => void;
  readonly onRollBack: (pack: string) => void;
  readonly onRemove: (pack: string) => void;
  readonly onDiscard: (pack: string) => void;
}
