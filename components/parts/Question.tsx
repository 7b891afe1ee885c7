import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useOpened } from '../opened.ts';
import { Button } from './Button.tsx';
import './Question.css';

interface QuestionProps {
  /** What would be done. */
  readonly label: string;
  /** What it means. */
  readonly children: ComponentChildren;
  readonly sure: string;
  readonly back: string;
  readonly onSure: () => void;
  readonly onBack: () => void;
}

/** Asks once more before something is done; opens below the button that would do it, and leads back there. */
export const Question = ({ label, children, sure, back, onSure, onBack }: QuestionProps) => {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useOpened(root);
  return (
    <div
      ref={root}
      class="question"
      role="group"
      aria-label={label}
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The popup around it would close with the same key.
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <p id={id}>{children}</p>
      <div class="question__answers">
        <Button look="strong" onPress={onSure}>
          {sure}
        </Button>
        <Button onPress={onBack}>{back}</Button>
      </div>
    </div>
  );
};
