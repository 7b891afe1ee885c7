import type { ComponentChildren } from 'preact';
import { unreachable } from '../../lib/model/result.ts';
import type { ReadingFailure } from '../../lib/model/reading.ts';
import type { OffReason } from '../../lib/model/sites.ts';
import { Button } from '../parts/Button.tsx';
import { reasonWords } from '../../lib/i18n/reason.ts';
import { words } from '../../lib/i18n/words.ts';
import type { PageView, UnreadableReason } from './page-view.ts';
import './PageNotice.css';

const unreadable: Record<UnreadableReason, { readonly title: string; readonly text: string }> = {
  'browser-page': words.panel.browserPage,
  'extension-store': words.panel.extensionStore,
  pdf: words.panel.pdf,
  file: words.panel.file,
};

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly tone?: 'calm' | 'busy' | 'failed';
  readonly children?: ComponentChildren;
}

/** A state of the page in a title and a sentence, with at most one thing to do. */
export const Notice = ({ title, text, tone = 'calm', children }: NoticeProps) => (
  <div class={`notice notice--${tone}`} role={tone === 'failed' ? 'alert' : 'status'}>
    <svg class="notice__beam" viewBox="0 0 64 40" aria-hidden="true">
      <path class="notice__light" d="M6 20 58 3v34Z" />
      <path class="notice__lines" d="M26 14h26M22 20h30M26 26h20" />
      <circle class="notice__lamp" cx="6" cy="20" r="3.200" />
    </svg>
    <h2 class="notice__title">{title}</h2>
    {text === '' ? null : (
      <p class="notice__text">
        <bdi>{text}</bdi>
      </p>
    )}
    {children === undefined ? null : <div class="notice__actions">{children}</div>}
  </div>
);

interface PageNoticeProps {
  readonly page: Exclude<PageView, { readonly state: 'analysed' }>;
  /** What keeps the page from being read where a rule does: a site, or patterns; null where that is not known. */
  readonly rule: string | null;
  readonly onReload: () => void;
  readonly onLibrary: () => void;
  readonly onResume: () => void;
  readonly onSiteOn: () => void;
  readonly onReadNow: () => void;
}

/** Why the rules leave a page alone, and the way out of it. */
const OffNotice = ({ why, rule, onResume, onSiteOn, onReadNow }: PageNoticeProps & { readonly why: OffReason }) => {
  const panel = words.panel;
  switch (why) {
    case 'paused':
      return (
        <Notice {...panel.paused}>
          <Button onPress={onResume}>{panel.resume}</Button>
        </Notice>
      );
    case 'site-off':
      return (
        <Notice
          title={panel.siteOff.title}
          text={rule === null ? panel.siteOff.here : panel.siteOff.text({ site: rule })}
        >
          <Button onPress={onSiteOn}>{panel.switchOn}</Button>
        </Notice>
      );
    case 'not-chosen':
      return (
        <Notice {...panel.notChosen}>
          <Button onPress={onSiteOn}>{panel.readSite}</Button>
          <Button onPress={onReadNow}>{panel.readOnce}</Button>
        </Notice>
      );
    case 'on-click':
      return (
        <Notice {...panel.onClick}>
          <Button look="strong" onPress={onReadNow}>
            {panel.readOnce}
          </Button>
          <Button onPress={onSiteOn}>{panel.readSite}</Button>
        </Notice>
      );
    default:
      return unreachable(why);
  }
};

/** The library opens without a store, and helps where it does not. */
const isOfStore = (why: ReadingFailure): boolean => why === 'store' || why === 'storeTooNew';

/** Every state in which there are no lists to show. */
export const PageNotice = (props: PageNoticeProps) => {
  const { page, onReload } = props;
  switch (page.state) {
    case 'connecting':
    case 'analysing':
      return <Notice tone="busy" title={words.panel.reading} text="" />;
    case 'unreadable':
      return <Notice {...unreadable[page.why]} />;
    case 'unreached':
      return (
        <Notice {...words.panel.notReadYet}>
          <Button onPress={onReload}>{words.panel.reload}</Button>
        </Notice>
      );
    case 'not-article':
      return (
        <Notice title={words.panel.notArticle} text={reasonWords(page.why)}>
          {page.why.code === 'noText' ? undefined : <Button onPress={props.onReadNow}>{words.panel.readAnyway}</Button>}
        </Notice>
      );
    case 'off':
      return <OffNotice {...props} why={page.why} />;
    case 'failed':
      return (
        <Notice tone="failed" title={words.panel.pageFailed} text={words.reasons.failure[page.why]}>
          <Button onPress={onReload}>{words.panel.reload}</Button>
          {isOfStore(page.why) ? <Button onPress={props.onLibrary}>{words.library.openIt}</Button> : null}
        </Notice>
      );
    default:
      return unreachable(page);
  }
};
