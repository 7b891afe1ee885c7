import { render } from 'preact';
import '../base.css';
import { words } from '../../lib/i18n/words.ts';
import { speakLanguage } from '../page-language.ts';
import { Gallery } from './Gallery.tsx';

/** `?theme=dark`, `?dir=rtl`: for pictures of the other theme and direction. */
const wanted = new URLSearchParams(location.search);
const root = document.documentElement;
speakLanguage(document, words.product);
root.style.colorScheme = wanted.get('theme') ?? '';
root.dir = wanted.get('dir') ?? root.dir;

render(<Gallery />, document.body);
