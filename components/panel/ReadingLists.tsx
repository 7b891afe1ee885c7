import { useEffect, useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { speakerWords } from '../card/Card.tsx';
import { ClaimSelection } from '../evidence/ClaimSelection.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { Remote } from '../remote.ts';
import { words } from '../../lib/i18n/words.ts';
import { ClaimRow } from './ClaimRow.tsx';
import { claimGroups, countIn, elsewhere, figureGroups } from './filter.ts';
import { EntityRow, FigureRow } from './FigureRow.tsx';
import type { PanelTab } from './panel-state.ts';
import { RowGroup, RowList } from './RowList.tsx';
import { Notice } from './PageNotice.tsx';

interface StoreResultsProps {
  readonly results: Remote<readonly EntityBrief[]>;
  /** Groups of figures that the page's own list shows. */
  readonly shown: ReturnType<typeof figureGroups>;
  readonly onPick: (brief: EntityBrief) => void;
}

/** What the store has by that name and the page does not. */
export const StoreResults = ({ results, shown, onPick }: StoreResultsProps) => {
  if (results.state === 'loading') return <p class="panel__note">{words.panel.searching}</p>;
  if (results.state === 'failed') return <p class="panel__note">{words.failed}</p>;
  const found = elsewhere(results.value, shown);
  if (found.length === 0) return null;
  return (
    <RowGroup
      title={words.panel.inYourStore}
      count={found.length}
      rows={found.map((brief) => (
        <EntityRow
          key={brief.id}
          name={brief.name}
          type={brief.type}
          line={brief.description}
          onPick={() => onPick(brief)}
        />
      ))}
    />
  );
};

interface ReadingListsProps {
  readonly reading: PageReading;
  readonly tab: PanelTab;
  readonly query: string;
  readonly results: Remote<readonly EntityBrief[]> | null;
  readonly onTab: (tab: PanelTab) => void;
  readonly onFigure: (figure: Figure) => void;
  readonly onClaim: (claim: PageClaim) => void;
  readonly onResult: (brief: EntityBrief) => void;
}

const emptyWords: Record<PanelTab, { readonly title: string; readonly text: string }> = {
  figures: words.panel.noFigures,
  claims: words.panel.noClaims,
};

/** A page's figures and claims in two tabs, each in groups, and what the store has besides while searching. */
export const ReadingLists = (props: ReadingListsProps) => {
  const { reading, tab, query, results } = props;
  const [selected, setSelected] = useState<ReadonlySet<number> | null>(null);
  const toggle = ({ index }: PageClaim) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  // Claims are numbered anew at each reading.
  useEffect(() => setSelected(null), [reading]);
  const figures = figureGroups(reading, query);
  const claims = claimGroups(reading, query);
  const shown = countIn(tab === 'figures' ? figures : claims);
  const searched = results?.state === 'ready' ? elsewhere(results.value, figures).length : null;
  return (
    <Tabs
      label={words.panel.tabs}
      tabs={[
        { value: 'figures', label: words.figures, count: countIn(figures) },
        { value: 'claims', label: words.claims, count: countIn(claims) },
      ]}
      value={tab}
      onChange={props.onTab}
    >
      {shown === 0 && query.trim() === '' ? <Notice {...emptyWords[tab]} /> : null}
      {shown === 0 && searched === 0 ? (
        <p class="panel__note">
          {countIn(figures) + countIn(claims) === 0
            ? words.panel.noMatch
            : tab === 'figures'
              ? words.panel.noName
              : words.panel.noClaim}
        </p>
      ) : null}
      {tab === 'claims' && reading.claims.length > 0 ? (
        <ClaimSelection
          reading={reading}
          shown={claims.flatMap(({ items }) => items)}
          selected={selected}
          onSelected={setSelected}
        />
      ) : null}
      <RowList>
        {tab === 'figures'
          ? figures.map(({ key, items }) => (
              <RowGroup
                key={key}
                title={words.type[key].many}
                count={items.length}
                rows={items.map((figure) => <FigureRow key={figure.cluster} figure={figure} onPick={props.onFigure} />)}
              />
            ))
          : claims.map(({ key, items }) => (
              <RowGroup
                key={key}
                title={words.kind[key].many}
                count={items.length}
                rows={items.map((claim) => (
                  <ClaimRow
                    key={claim.index}
                    claim={claim}
                    speaker={speakerWords(claim, reading)}
                    isChosen={selected?.has(claim.index) ?? null}
                    onPick={selected === null ? props.onClaim : toggle}
                  />
                ))}
              />
            ))}
        {results === null ? null : <StoreResults results={results} shown={figures} onPick={props.onResult} />}
      </RowList>
    </Tabs>
  );
};
