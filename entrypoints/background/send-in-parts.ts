import type { Parted } from '../../lib/message/analysis-parts.ts';
import type { AnswerTo, SentAnswer, TabRequests } from '../../lib/message/protocol.ts';
import { nativeBrowser, type Runtime } from '../../lib/platform/native.ts';

type Heard = AnswerTo<TabRequests, 'analysisPart'> | undefined;

/** Sends the parts to the page that asked, each once it has taken in the one before, and leaves the answer to be sent. */
export async function sendInParts({ parts, answer }: Parted, sender: Runtime.MessageSender): Promise<SentAnswer> {
  const { tab, frameId = 0 } = sender;
  if (tab?.id === undefined) return answer;
  for (const body of parts) {
    const heard = (await nativeBrowser.tabs
      .sendMessage(tab.id, { type: 'analysisPart', body }, { frameId })
      // The page has gone.
      .catch(() => undefined)) as Heard;
    if (heard?.ok !== true || !heard.value.wanted) break;
  }
  return answer;
}
