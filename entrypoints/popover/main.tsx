import '../../components/base.css';
import { speakLanguage } from '../../components/page-language.ts';
import { words } from '../../lib/i18n/words.ts';
import { isGenuine } from './card-tools.ts';
import { openForReader } from './gate.ts';
import './popover.css';
import { serve } from './serve.tsx';

speakLanguage(document, words.card.title);
openForReader(isGenuine, serve);
