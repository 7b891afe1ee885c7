import { readableHost } from '../../lib/i18n/host-name.ts';
import { words } from '../../lib/i18n/words.ts';
import { useState } from 'preact/hooks';
import type { Forgetting } from '../../lib/model/memory.ts';
import { unreachable } from '../../lib/model/result.ts';
import { Switch } from '../parts/Switch.tsx';
import { ForgetButton } from './ForgetButton.tsx';
import { MemoryConsent } from './MemoryConsent.tsx';
import { dayAround, outcomeWords, type PageMemoryView } from './page-memory.ts';
import './PageMemory.css';

export interface PageMemoryProps {
  readonly view: PageMemoryView;
  /** Addresses of what is read; none for a page that cannot be, and for an article without one. */
  readonly urls: readonly string[];
  readonly host: string | null;
  readonly now: () => number;
  readonly onChoose: (choice: 'on' | 'off') => void;
  /** How many pages were forgotten; null where that failed. */
  readonly onForget: (what: Forgetting) => Promise<number | null>;
  /** Whether pages of the host may be remembered from now on. */
  readonly onSite: (host: string, remembered: boolean) => void;
}

const lineOf = (view: Exclude<PageMemoryView, { state: 'unasked' }>, host: string | null): string => {
  switch (view.state) {
    case 'off':
      return words.memory.off;
    case 'private':
      return words.memory.private;
    case 'site-off':
      return words.memory.siteOff({ site: readableHost(host ?? '') });
    case 'none':
      return words.memory.none;
    case 'unaddressed':
      return words.memory.unaddressed;
    // An empty line keeps the room, so that nothing moves.
    case 'asking':
      return '';
    case 'kept':
      return words.memory.kept({ count: view.page.claims });
    default:
      return unreachable(view);
  }
};

/** What is remembered of the page, and how to have it forgotten; until the reader has answered, the question. */
export const PageMemory = (props: PageMemoryProps) => {
  const { view, host, urls } = props;
  const [outcome, setOutcome] = useState('');
  const [isOpen, setOpen] = useState(false);
  if (view.state === 'unasked') {
    return (
      <div class="page-memory">
        <MemoryConsent choice="unasked" onChoose={props.onChoose} />
      </div>
    );
  }
  const forget = (what: Forgetting) => {
    setOutcome('');
    void props.onForget(what).then((pages) => setOutcome(outcomeWords(pages)));
  };
  return (
    <div class="page-memory page-memory--whole">
      <button type="button" class="page-memory__line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          <bdi>{lineOf(view, host)}</bdi>
        </span>
        <span class="page-memory__forget">{words.memory.forget}</span>
      </button>
      {isOpen ? (
        <div class="page-memory__more">
          <div class="page-memory__choices" role="group" aria-label={words.memory.forgetWhat}>
            {urls.length === 0 ? null : (
              <ForgetButton
                label={words.memory.forgetPage}
                asks="once"
                onForget={() => forget({ kind: 'page', urls })}
              />
            )}
            {host === null ? null : (
              <ForgetButton
                label={words.memory.forgetSite({ site: readableHost(host) })}
                asks="twice"
                onForget={() => forget({ kind: 'site', host })}
              />
            )}
            <ForgetButton
              label={words.memory.forgetToday}
              asks="twice"
              onForget={() => forget({ kind: 'span', ...dayAround(props.now()) })}
            />
            <ForgetButton label={words.memory.forgetAll} asks="twice" onForget={() => forget({ kind: 'all' })} />
          </div>
          {host === null || view.state === 'off' ? null : (
            <Switch
              label={words.memory.onSite({ site: readableHost(host) })}
              on={!('siteOff' in view ? view.siteOff : view.state === 'site-off')}
              onChange={(remembered) => props.onSite(host, remembered)}
            />
          )}
          <p class="page-memory__outcome" role="status">
            {outcome}
          </p>
        </div>
      ) : null}
    </div>
  );
};
