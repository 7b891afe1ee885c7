import { render } from 'preact';
import '../base.css';
import { Gallery } from './Gallery.tsx';

/** `?theme=dark`, `?dir=rtl`: for pictures of the other theme and direction. */
const wanted = new URLSearchParams(location.search);
const root = document.documentElement;
root.style.colorScheme = wanted.get('theme') ?? '';
root.dir = wanted.get('dir') ?? 'ltr';

render(<Gallery />, document.body);
