import type { ComponentChildren } from 'preact';
import { densities, type Settings } from '../../lib/model/settings.ts';
import { coveringOf, switchSite, whyOff } from '../../lib/model/sites.ts';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { CardSubject, PageReading } from '../../lib/model/reading.ts';
import { ArticleLanguage, languageOf } from '../article-language.ts';
import { useCameBack } from '../opened.ts';
import { type AskCard, CardStack } from '../card/CardStack.tsx';
import type { AskPicture } from '../card/pictures.ts';
import type { CardTools } from '../card/tools.ts';
import { figureOf, viewOfEntity, type CardView } from '../card/view.ts';
import { PageMemory, type PageMemoryProps } from '../memory/PageMemory.tsx';
import { IconButton } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Switch } from '../parts/Switch.tsx';
import { Unsaved } from '../parts/Unsaved.tsx';
import { reasonWords } from '../../lib/i18n/reason.ts';
import { words } from '../../lib/i18n/words.ts';
import { readableHost, readableSite } from '../../lib/i18n/host-name.ts';
import { CountsLine } from './Counts.tsx';
import { DossierButtons } from './DossierButtons.tsx';
import { PageNotice } from './PageNotice.tsx';
import { type PanelEvent, type PanelState, readingOf } from './panel-state.ts';
import { ReadingLists, StoreResults } from './ReadingLists.tsx';
import { focusFirstRow, RowList } from './RowList.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import './PagePanel.css';

export interface PagePanelProps {
  readonly state: PanelState;
  readonly on: (event: PanelEvent) => void;
  readonly ask: AskCard;
  readonly askPicture: AskPicture;
  /** What a card can do beside showing. */
  readonly tools: CardTools;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** A row was chosen: the popup leads to the page, the side panel opens the card in place. */
  readonly onPick: (subject: CardSubject) => void;
  readonly onReveal: (subject: CardSubject, nth: number) => void;
  readonly onSettings: (patch: Partial<Settings>) => void;
  /** Whether the browser refused the last change of a setting. */
  readonly unsaved: boolean;
  readonly onReload: () => void;
  /** Reads a page that the rules leave alone. */
  readonly onReadNow: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
  /** How sync is; null where that is not told. */
  readonly sync: ComponentChildren;
  /** Null where the side panel is this one, or there is none. */
  readonly onSidePanel: (() => void) | null;
  /** Null until it is known what the reader chose. */
  readonly memory: Omit<PageMemoryProps, 'host'> | null;
}

const densityOptions = densities.map((value) => ({ value, ...words.density[value] }));

const Head = ({ state, onSettings }: Pick<PagePanelProps, 'state' | 'onSettings'>) => {
  const { host, address, settings } = state;
  return (
    <header class="panel__head">
      <h1 class="panel__title">{words.product}</h1>
      {host === null || address === null ? null : (
        <>
          <span class="panel__host">
            <bdi>{readableHost(host)}</bdi>
          </span>
          <Switch
            label={words.panel.onThisSite({ site: readableHost(host) })}
            labelSeen="read-out"
            on={whyOff(settings, address) === null}
            onChange={(on) => onSettings(switchSite(settings, { address, site: host, to: on ? 'on' : 'off' }))}
          />
        </>
      )}
    </header>
  );
};

/** First what is for this page, then the store and what is for all of Sidelight. */
const Foot = ({ state, onCopy, onSettings, onLibrary, onOptions, onSidePanel, sync }: PagePanelProps) => {
  const reading = readingOf(state.page);
  return (
    <footer class="panel__foot">
      <div class="panel__controls">
        <Choice
          label={words.marks}
          options={densityOptions}
          value={state.settings.density}
          onChange={(density) => onSettings({ density })}
        />
        {reading === null ? null : (
          <span class="panel__links">
            <DossierButtons reading={reading} onCopy={onCopy} />
          </span>
        )}
      </div>
      <div class="panel__controls">
        {state.counts === null ? null : <CountsLine counts={state.counts} />}
        <span class="panel__links">
          <IconButton
            icon="pause"
            label={words.pauseAll}
            pressed={state.settings.paused}
            onPress={() => onSettings({ paused: !state.settings.paused })}
          />
          <IconButton icon="library" label={words.library.openIt} onPress={onLibrary} />
          {onSidePanel === null ? null : (
            <IconButton icon="panel" label={words.panel.sidePanel} onPress={onSidePanel} />
          )}
          <IconButton icon="gear" label={words.settings} onPress={onOptions} />
        </span>
      </div>
      {sync}
    </footer>
  );
};

const Lists = (props: PagePanelProps) => {
  const { state, on, onPick, onReload, onSettings } = props;
  const { page, host, address, settings, results } = state;
  const open = (brief: EntityBrief) => on({ type: 'open', view: viewOfEntity(brief, readingOf(page)) });
  if (page.state === 'analysed') {
    return (
      <ArticleLanguage value={languageOf(page.reading)}>
        <ReadingLists
          reading={page.reading}
          tab={state.tab}
          order={state.order}
          onOrder={(order) => on({ type: 'order', order })}
          query={state.query}
          results={results}
          onTab={(tab) => on({ type: 'tab', tab })}
          onFigure={({ cluster }) => onPick({ kind: 'figure', cluster })}
          onClaim={({ index }) => onPick({ kind: 'claim', index })}
          onResult={open}
        />
      </ArticleLanguage>
    );
  }
  if (results !== null) {
    return (
      <RowList>
        {results.state === 'ready' && results.value.length === 0 ? (
          <p class="panel__note">{words.panel.noMatch}</p>
        ) : (
          <StoreResults results={results} shown={[]} onPick={open} />
        )}
      </RowList>
    );
  }
  return (
    <PageNotice
      page={page}
      rule={ruleOf(settings, { host, address })}
      onReload={onReload}
      onLibrary={props.onLibrary}
      onResume={() => onSettings({ paused: false })}
      onReadNow={props.onReadNow}
      onSiteOn={() =>
        onSettings(host === null || address === null ? {} : switchSite(settings, { address, site: host, to: 'on' }))
      }
    />
  );
};

/** What "Switch on" takes away is said before: a pattern may hold for more than this site. */
const ruleOf = ({ sitesOff }: Settings, { host, address }: Pick<PanelState, 'host' | 'address'>): string | null => {
  const rules = address === null ? [] : coveringOf(sitesOff, address).map(readableSite);
  return rules.length > 0 ? rules.join(', ') : host && readableHost(host);
};

/** Another key begins the card anew: also where the reader corrected what the name on it stands for. */
const keyOf = (view: CardView, reading: PageReading | null): string => {
  if (view.kind === 'entity') return view.brief.id;
  return view.kind === 'claim'
    ? `claim ${view.index}`
    : `${view.cluster} ${figureOf(reading, view.cluster)?.entity ?? ''}`;
};

/** Popup and side panel: the page's figures and claims, search, switches; or one card in their place. */
export const PagePanel = (props: PagePanelProps) => {
  const { state, on } = props;
  const reading = readingOf(state.page);
  const isAway = state.open !== null;
  const remember = useCameBack(isAway);
  return (
    <div class="panel" data-panel>
      <Head state={state} onSettings={props.onSettings} />
      <div class="panel__lists" hidden={isAway} onClick={remember}>
        <SearchField
          label={words.panel.filter}
          query={state.query}
          onQuery={(query) => on({ type: 'query', query })}
          onDown={focusFirstRow}
        />
        <main class="panel__body">
          {reading === null ? null : <p class="panel__why">{reasonWords(reading.why)}</p>}
          {reading?.isSealed ? <p class="panel__why">{words.panel.sealed}</p> : null}
          <Lists {...props} />
        </main>
      </div>
      {state.open === null ? null : (
        <main
          class="panel__body panel__body--card"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // The popup around it would close with the same key.
            event.preventDefault();
            on({ type: 'leave' });
          }}
        >
          <CardStack
            key={keyOf(state.open, reading)}
            first={state.open}
            reading={reading}
            revision={reading?.receipt.readAt}
            where={{ place: 'inline' }}
            ask={props.ask}
            askPicture={props.askPicture}
            tools={props.tools}
            onReveal={reading === null ? null : props.onReveal}
            onCopy={props.onCopy}
            onLeave={() => on({ type: 'leave' })}
          />
        </main>
      )}
      {props.memory === null ? null : <PageMemory key={state.host} {...props.memory} host={state.host} />}
      <Unsaved is={props.unsaved} />
      <Foot {...props} />
    </div>
  );
};
