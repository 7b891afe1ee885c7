import '../../components/base.css';
import { speakLanguage } from '../../components/page-language.ts';
import { words } from '../../lib/i18n/words.ts';
import { isGenuine } from './card-tools.ts';
import { openDrafts } from './drafts.ts';
import { openForReader } from './gate.ts';
import './popover.css';
import { serve } from './serve.tsx';

speakLanguage(document, words.card.title);
const drafts = openDrafts();
openForReader(isGenuine, (port) => void drafts.then((draftsOf) => serve(port, draftsOf)));
