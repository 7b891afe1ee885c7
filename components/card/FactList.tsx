import { useId, useState } from 'preact/hooks';
import type { FactLine } from '../../lib/model/card.ts';
import type { PageReading } from '../../lib/model/reading.ts';
import { spellWords } from '../dates.ts';
import { EntityChip } from '../parts/EntityChip.tsx';
import { FactValue } from '../parts/FactValue.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SourceLine } from '../parts/SourceLine.tsx';
import { factWords } from '../fact-words.ts';
import { predicateWords } from '../predicates.ts';
import { words } from '../../lib/i18n/words.ts';
import { colon } from '../words.ts';
import type { CardActions } from './actions.ts';
import { namedEntity } from './view.ts';
import './FactList.css';

interface FactProps {
  readonly fact: FactLine;
  readonly reading: PageReading | null;
  readonly onOpen: CardActions['onOpen'];
}

/** A fact's words, its time, the entity that it leads to, and its source on demand. */
const Fact = ({ fact, reading, onOpen }: FactProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const spell = spellWords(fact.validFrom, fact.validTo, fact.tense);
  const chip = fact.entity;
  const text = factWords(fact);
  return (
    <dd class="fact" data-tense={fact.tense}>
      <div class="fact__row">
        <FactValue
          text={text}
          name={chip?.name ?? null}
          chip={chip === null ? null : <EntityChip named={namedEntity(chip, reading)} onOpen={onOpen} />}
          spell={spell}
        />
        <button
          type="button"
          class="fact__receipt"
          aria-expanded={open}
          aria-controls={id}
          title={`${words.source}${colon}${predicateWords(fact.predicate)}, ${text}`}
          onClick={() => setOpen(!open)}
        >
          <Icon name="receipt" />
        </button>
      </div>
      <div id={id} class="fact__source" hidden={!open}>
        {open ? <SourceLine source={fact.source} /> : null}
      </div>
    </dd>
  );
};

const order: Record<FactLine['tense'], number> = { holds: 0, 'no-longer': 1, 'not-yet': 2 };

/** What held on the article's day first, then what no longer did, then what came later. */
export const factsInOrder = (facts: readonly FactLine[]): FactLine[] =>
  facts.toSorted((a, b) => order[a.tense] - order[b.tense]);

/** Facts under their predicates; neighbours of one predicate share its label. */
export const FactList = ({ facts, ...rest }: { readonly facts: readonly FactLine[] } & Omit<FactProps, 'fact'>) => (
  <dl class="facts">
    {facts.map((fact, index) => (
      <div key={index} class="facts__item">
        <dt class={facts[index - 1]?.predicate === fact.predicate ? 'unseen' : 'facts__label'}>
          {predicateWords(fact.predicate)}
        </dt>
        <Fact fact={fact} {...rest} />
      </div>
    ))}
  </dl>
);
