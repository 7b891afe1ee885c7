import { languageTag, words } from '../../lib/i18n/words.ts';
import { useState } from 'preact/hooks';
import type { Forgetting, RememberedPage, RememberedPages } from '../../lib/model/memory.ts';
import { safeLink } from '../links.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Failure } from '../parts/Failure.tsx';
import type { Remote } from '../remote.ts';
import { ForgetButton } from './ForgetButton.tsx';
import { dayAround, outcomeWords } from './page-memory.ts';
import './RememberedList.css';

interface RememberedListProps {
  readonly remembered: Remote<RememberedPages>;
  readonly onForget: (what: Forgetting) => Promise<number | null>;
  readonly onMore: () => void;
}

const dayFormat = new Intl.DateTimeFormat(languageTag, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat(languageTag, { hour: '2-digit', minute: '2-digit' });

interface Day {
  readonly from: number;
  readonly to: number;
  readonly pages: readonly RememberedPage[];
}

/** By the day of the last reading; pages come in that order. */
const toDays = (pages: readonly RememberedPage[]): readonly Day[] => {
  const days = new Map<number, Day>();
  for (const page of pages) {
    const { from, to } = dayAround(page.readAt);
    days.set(from, { from, to, pages: [...(days.get(from)?.pages ?? []), page] });
  }
  return [...days.values()];
};

const whatIs = ({ url, readAt }: RememberedPage): Forgetting =>
  url === null ? { kind: 'span', from: readAt, to: readAt + 1 } : { kind: 'page', urls: [url] };

const Page = ({ page, onForget }: { readonly page: RememberedPage; readonly onForget: (what: Forgetting) => void }) => {
  const link = safeLink(page.url);
  return (
    <li class="remembered__page">
      <span class="remembered__text">
        {link === null ? (
          <bdi>{page.title}</bdi>
        ) : (
          <a href={link} target="_blank" rel="noopener noreferrer">
            <bdi>{page.title}</bdi>
          </a>
        )}
        <span class="remembered__line">
          {page.publisher === null ? null : (
            <>
              <bdi>{page.publisher}</bdi> ·{' '}
            </>
          )}
          <time dateTime={new Date(page.readAt).toISOString()}>{timeFormat.format(page.readAt)}</time> ·{' '}
          {words.count.claims({ count: page.claims })}
        </span>
      </span>
      <IconButton
        icon="close"
        label={words.memory.forgetThis({ title: page.title })}
        onPress={() => onForget(whatIs(page))}
      />
    </li>
  );
};

/** Every page that is remembered, by day, each with a way to have it forgotten. */
export const RememberedList = ({ remembered, onForget, onMore }: RememberedListProps) => {
  const [outcome, setOutcome] = useState('');
  const forget = (what: Forgetting) => {
    setOutcome('');
    void onForget(what).then((pages) => setOutcome(outcomeWords(pages)));
  };
  if (remembered.state === 'failed') return <Failure what={words.failed} why={remembered.why} onRetry={onMore} />;
  const { pages, total } = remembered.state === 'ready' ? remembered.value : { pages: [], total: 0 };
  return (
    <section class="remembered" aria-labelledby="remembered">
      <div class="remembered__head">
        <h3 class="sites__title" id="remembered">
          {words.memory.remembered} <span class="remembered__total">{words.memory.pages({ count: total })}</span>
        </h3>
        {total === 0 ? null : (
          <ForgetButton label={words.memory.forgetEverything} asks="twice" onForget={() => forget({ kind: 'all' })} />
        )}
      </div>
      <p class="remembered__outcome" role="status">
        {outcome}
      </p>
      {remembered.state === 'ready' && total === 0 ? <p class="options__hint">{words.memory.nothing}</p> : null}
      {toDays(pages).map((day) => (
        <div key={day.from} class="remembered__day">
          <div class="remembered__head">
            <h4 class="remembered__date">{dayFormat.format(day.from)}</h4>
            <ForgetButton
              label={words.memory.forgetDay}
              asks="twice"
              onForget={() => forget({ kind: 'span', from: day.from, to: day.to })}
            />
          </div>
          <ul>
            {day.pages.map((page) => (
              <Page key={`${page.url}/${page.readAt}`} page={page} onForget={forget} />
            ))}
          </ul>
        </div>
      ))}
      {pages.length < total ? <Button onPress={onMore}>{words.memory.more}</Button> : null}
    </section>
  );
};
