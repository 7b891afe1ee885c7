import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';

interface PartProps {
  readonly title: string;
  readonly note?: string | null;
  readonly onAdd?: { readonly label: string; readonly run: () => void };
  readonly children: ComponentChildren;
}

/** A part of an entity's page, under its heading. */
export const Part = ({ title, note = null, onAdd, children }: PartProps) => {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <div class="part__head">
        <h3 class="part__title" id={id}>
          {title} {note === null ? null : <span class="part__note">{note}</span>}
        </h3>
        {onAdd === undefined ? null : (
          <Button look="quiet" onPress={onAdd.run}>
            {onAdd.label}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
};
