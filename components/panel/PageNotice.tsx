import type { ComponentChildren } from 'preact';
import { unreachable } from '../../lib/model/result.ts';
import { Button } from '../parts/Button.tsx';
import { words } from '../words.ts';
import type { PageView, UnreadableReason } from './page-view.ts';
import './PageNotice.css';

const unreadable: Record<UnreadableReason, { readonly title: string; readonly text: string }> = {
  'browser-page': {
    title: 'A page of the browser',
    text: 'Browsers keep extensions out of their own pages. Open a news article, and its names and claims appear here.',
  },
  'extension-store': {
    title: 'The extension store',
    text: 'Browsers keep extensions out of the store. Open a news article, and its names and claims appear here.',
  },
  pdf: { title: 'A PDF', text: 'PDF files cannot be read yet. Many articles also exist as a web page.' },
  file: { title: 'A file on this computer', text: 'Sidelight reads web pages, not local files.' },
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
    {children}
  </div>
);

interface PageNoticeProps {
  readonly page: Exclude<PageView, { readonly state: 'analysed' }>;
  readonly host: string | null;
  readonly onReload: () => void;
  readonly onResume: () => void;
  readonly onSiteOn: () => void;
}

/** Every state in which there are no lists to show. */
export const PageNotice = ({ page, host, onReload, onResume, onSiteOn }: PageNoticeProps) => {
  switch (page.state) {
    case 'connecting':
    case 'analysing':
      return <Notice tone="busy" title="Reading the page…" text="" />;
    case 'unreadable':
      return <Notice {...unreadable[page.why]} />;
    case 'unreached':
      return (
        <Notice
          title="Not read yet"
          text="This page was open before Sidelight was installed or updated. Reload it once to have it read."
        >
          <Button onPress={onReload}>{words.reload}</Button>
        </Notice>
      );
    case 'not-article':
      return <Notice title="Not a news article" text={page.why} />;
    case 'off':
      return page.why === 'paused' ? (
        <Notice title="Paused everywhere" text="No page is read or marked until you resume.">
          <Button onPress={onResume}>{words.resume}</Button>
        </Notice>
      ) : (
        <Notice title="Off on this site" text={`You switched Sidelight off${host === null ? ' here' : ` on ${host}`}.`}>
          <Button onPress={onSiteOn}>Switch on</Button>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="failed" title="The page could not be read" text={page.why}>
          <Button onPress={onReload}>{words.reload}</Button>
        </Notice>
      );
    default:
      return unreachable(page);
  }
};
