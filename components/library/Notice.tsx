import type { StoreNotice } from '../../lib/model/exchange.ts';
import { unreachable } from '../../lib/model/result.ts';
import { words } from '../../lib/i18n/words.ts';
import { comma } from '../words.ts';
import { Button } from '../parts/Button.tsx';
import { Reported } from '../parts/Reported.tsx';
import { whenWords } from './when-words.ts';

interface NoticeProps {
  readonly notice: StoreNotice;
  readonly onDismiss: () => void;
  readonly onStartAnew: () => void;
}

const noticeWords = (notice: StoreNotice): string => {
  const say = words.data.notice;
  switch (notice.kind) {
    case 'emptied':
      return [
        say.emptied,
        notice.restored === null ? say.noBackup : say.restored({ when: whenWords(notice.restored) }),
        ...(notice.packs.length > 0 ? [say.packsGone({ packs: notice.packs.join(comma) })] : []),
      ].join(' ');
    case 'damaged':
      return say.damaged;
    case 'full':
      return say.full;
    default:
      return unreachable(notice);
  }
};

/** What happened to the store, and what can be done. */
export const Notice = ({ notice, onDismiss, onStartAnew }: NoticeProps) => (
  <div class="store-notice" role="alert">
    <span>{noticeWords(notice)}</span>
    {notice.kind === 'damaged' ? <Reported text={notice.detail} /> : null}
    {notice.kind === 'damaged' ? <Button onPress={onStartAnew}>{words.data.notice.startAnew}</Button> : null}
    {notice.kind === 'emptied' && notice.packs.length > 0 ? (
      <a href="/options.html">{words.data.notice.bringPacks}</a>
    ) : null}
    {notice.kind === 'full' ? <a href="#/data">{words.data.notice.freeIt}</a> : null}
    <Button look="quiet" onPress={onDismiss}>
      {words.data.notice.dismiss}
    </Button>
  </div>
);
