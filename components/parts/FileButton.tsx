import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  /** Endings that the file chooser offers. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's file chooser. */
export const FileButton = ({ label, disabled = false, accept = '.slpack,.slpatch', onFile }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <button type="button" class="button button--plain" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
};
