import './Icon.css';

const paths = {
  pin: 'M6 2h4l-.5 5 2.500 2.500H4L6.500 7zM8 9.500V14',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3 5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.700 10.700 14 14',
  out: 'M6.500 3H3v10h10V9.500M9.500 3H13v3.500M13 3 7.500 8.500',
  receipt: 'M4 2h8v12l-2-1.300L8 14l-2-1.300L4 14zM6.200 5.500h3.600M6.200 8.500h3.600',
  gear: 'M8 10.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM8 1.800v1.900M8 12.300v1.900M1.800 8h1.900M12.300 8h1.900M3.600 3.600 5 5M11 11l1.400 1.400M12.400 3.600 11 5M5 11l-1.400 1.400',
  panel: 'M2 3h12v10H2zM10 3v10',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  copy: 'M5.500 5.500h7v8h-7zM3.500 10.500v-8h7',
  save: 'M8 2v8M4.800 7 8 10.200 11.200 7M3 13.500h10',
  library: 'M3 2.500h3.500v11H3zM6.500 2.500H10v11H6.500zM10.300 3.400l2.500-.7 2.400 10.200-2.500.6',
  page: 'M4 2h5l3 3v9H4zM9 2v3h3',
  edit: 'M10.5 2.800 13.200 5.500 6 12.700l-3.300.6.6-3.300zM9 4.300l2.700 2.700',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing; it never carries the meaning alone. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class={`icon icon--${name}`} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
