import { useEffect, useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import { isDiffering } from '../../lib/model/claim.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { speakerWords } from '../card/Card.tsx';
import { ClaimSelection } from '../evidence/ClaimSelection.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { foreignWords } from '../foreign-page.ts';
import type { Remote } from '../remote.ts';
import { words } from '../../lib/i18n/words.ts';
import { ClaimRow } from './ClaimRow.tsx';
import { byType, byWorth, claimsFound, elsewhere, figuresFound } from './filter.ts';
import { EntityRow, FigureRow } from './FigureRow.tsx';
import type { PanelOrder, PanelTab } from './panel-state.ts';
import { RelationView } from './RelationView.tsx';
import { TimelineView } from './TimelineView.tsx';
import { datedClaims } from './dated-claims.ts';
import { relationsOf } from './relations.ts';
import { RowGroup, RowList, PlainRows } from './RowList.tsx';
import { Notice } from './PageNotice.tsx';

interface StoreResultsProps {
  readonly results: Remote<readonly EntityBrief[]>;
  /** Figures that the page's own list shows. */
  readonly shown: readonly Figure[];
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
  readonly order: PanelOrder;
  readonly query: string;
  readonly results: Remote<readonly EntityBrief[]> | null;
  readonly onTab: (tab: PanelTab) => void;
  readonly onOrder: (order: PanelOrder) => void;
  readonly onFigure: (figure: Figure) => void;
  readonly onClaim: (claim: PageClaim) => void;
  readonly onResult: (brief: EntityBrief) => void;
}

const emptyWords: Record<PanelTab, { readonly title: string; readonly text: string }> = {
  figures: words.panel.noFigures,
  claims: words.panel.noClaims,
  relations: words.panel.noRelations,
  timeline: words.panel.noTimeline,
};

/** Why a tab is empty while another has what was looked for. */
const noneHere = (tab: PanelTab, claims: number): string => {
  if (tab === 'figures') return words.panel.noName;
  return claims > 0 ? emptyWords[tab].title : words.panel.noClaim;
};

const Figures = ({
  figures,
  order,
  onFigure,
}: { readonly figures: readonly Figure[] } & Pick<ReadingListsProps, 'order' | 'onFigure'>) => {
  const row = (figure: Figure) => <FigureRow key={figure.cluster} figure={figure} onPick={onFigure} />;
  if (order.figures === 'type') {
    return (
      <>
        {byType(figures).map(({ key, items }) => (
          <RowGroup key={key} title={words.type[key].many} count={items.length} rows={items.map(row)} />
        ))}
      </>
    );
  }
  return <PlainRows title={words.figures} rows={figures.map(row)} />;
};

const Claims = ({
  claims,
  reading,
  order,
  selected,
  onClaim,
}: {
  readonly claims: readonly PageClaim[];
  /** Claims that are chosen to be saved; null where none are being chosen. */
  readonly selected: ReadonlySet<number> | null;
} & Pick<ReadingListsProps, 'reading' | 'order' | 'onClaim'>) => {
  const row = (claim: PageClaim) => (
    <ClaimRow
      key={claim.index}
      claim={claim}
      speaker={speakerWords(claim, reading)}
      isChosen={selected?.has(claim.index) ?? null}
      onPick={onClaim}
    />
  );
  const apart = claims.filter(({ related }) => isDiffering(related));
  const others = claims.filter(({ related }) => !isDiffering(related));
  const rest = (order.claims === 'worth' ? byWorth(others) : others).map(row);
  if (apart.length === 0) return <PlainRows title={words.claims} rows={rest} />;
  return (
    <>
      <RowGroup title={words.panel.differing} count={apart.length} rows={apart.map(row)} />
      {rest.length === 0 ? null : <RowGroup title={words.panel.otherClaims} count={rest.length} rows={rest} />}
    </>
  );
};

const figureOrders = [
  { value: 'importance', ...words.panel.byImportance },
  { value: 'type', ...words.panel.byType },
] as const;
const claimOrders = [
  { value: 'reading', ...words.panel.asRead },
  { value: 'worth', ...words.panel.byWorth },
] as const;

/** A page's figures, claims, relations and dates in four tabs, and what the store has besides while searching. */
export const ReadingLists = (props: ReadingListsProps) => {
  const { reading, tab, order, query, results, onOrder } = props;
  const [selected, setSelected] = useState<ReadonlySet<number> | null>(null);
  const toggle = ({ index }: PageClaim) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  // Claims are numbered anew at each reading.
  useEffect(() => setSelected(null), [reading]);
  const figures = figuresFound(reading, query);
  const claims = claimsFound(reading, query);
  const found = { ...reading, claims };
  const relations = relationsOf(found).length;
  const foreign = foreignWords(reading);
  const dated = datedClaims(found).length;
  const shown = { figures: figures.length, claims: claims.length, relations, timeline: dated }[tab];
  const searched = results?.state === 'ready' ? elsewhere(results.value, figures).length : null;
  return (
    <Tabs
      label={words.panel.tabs}
      tabs={[
        { value: 'figures', label: words.figures, count: figures.length },
        { value: 'claims', label: words.claims, count: claims.length },
        { value: 'relations', label: words.panel.relations, count: relations },
        { value: 'timeline', label: words.panel.timeline, count: dated },
      ]}
      value={tab}
      onChange={props.onTab}
    >
      {shown === 0 && query.trim() === '' ? <Notice {...(foreign ?? emptyWords[tab])} /> : null}
      {shown > 0 && foreign !== null ? <p class="panel__note">{foreign.text}</p> : null}
      {shown === 0 && searched === 0 ? (
        <p class="panel__note">
          {figures.length + claims.length === 0 ? words.panel.noMatch : noneHere(tab, claims.length)}
        </p>
      ) : null}
      {shown < 2 || tab === 'relations' || tab === 'timeline' ? null : (
        <div class="panel__order">
          {tab === 'figures' ? (
            <Choice
              label={words.panel.order}
              labelSeen="read-out"
              options={figureOrders}
              value={order.figures}
              onChange={(by) => onOrder({ ...order, figures: by })}
            />
          ) : (
            <Choice
              label={words.panel.order}
              labelSeen="read-out"
              options={claimOrders}
              value={order.claims}
              onChange={(by) => onOrder({ ...order, claims: by })}
            />
          )}
        </div>
      )}
      {tab === 'claims' && reading.claims.length > 0 ? (
        <ClaimSelection reading={reading} shown={claims} selected={selected} onSelected={setSelected} />
      ) : null}
      <RowList>
        {tab === 'figures' ? <Figures figures={figures} order={order} onFigure={props.onFigure} /> : null}
        {tab === 'claims' ? (
          <Claims
            claims={claims}
            reading={reading}
            order={order}
            selected={selected}
            onClaim={selected === null ? props.onClaim : toggle}
          />
        ) : null}
        {tab === 'relations' && relations > 0 ? (
          <RelationView
            reading={found}
            onPick={(index) => {
              const claim = reading.claims[index];
              if (claim !== undefined) props.onClaim(claim);
            }}
          />
        ) : null}
        {tab === 'timeline' && dated > 0 ? <TimelineView reading={found} onPick={props.onClaim} /> : null}
        {results === null ? null : <StoreResults results={results} shown={figures} onPick={props.onResult} />}
      </RowList>
    </Tabs>
  );
};
