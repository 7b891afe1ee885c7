import type { ComponentChildren } from 'preact';

interface ExampleProps {
  readonly title: string;
  /** A page of its own, which takes all the room. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** One component in one state, under the name by which tests and pictures find it. */
export const Example = ({ title, wide = false, children }: ExampleProps) => (
  <section class={wide ? 'gallery__example is-wide' : 'gallery__example'} aria-label={title}>
    <p class="gallery__title">{title}</p>
    <div class="gallery__stage">{children}</div>
  </section>
);
