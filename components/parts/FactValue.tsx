import type { ComponentChildren } from 'preact';
import './FactValue.css';

interface FactValueProps {
  /** What the fact says. */
  readonly text: string;
  /** The entity that it leads to, by its name; null where it leads to none. */
  readonly name: string | null;
  /** What leads there. */
  readonly chip: ComponentChildren;
  /** When it holds; null where that is not known. */
  readonly spell: string | null;
}

/** What stands before and after an entity's name in a fact's words; all before it where they do not name it. */
const aroundName = (text: string, name: string): readonly [before: string, after: string] => {
  const at = text.lastIndexOf(name);
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + name.length).trim()];
};

const Spell = ({ spell }: Pick<FactValueProps, 'spell'>) =>
  spell === null ? null : <span class="fact-value__spell">{spell}</span>;

/** A fact's words; where it leads to an entity, that and the time stand in a line of their own below them. */
export const FactValue = ({ text, name, chip, spell }: FactValueProps) => {
  if (name === null) {
    return (
      <span class="fact-value">
        <bdi>{text}</bdi> <Spell spell={spell} />
      </span>
    );
  }
  const [before, after] = aroundName(text, name);
  return (
    <span class="fact-value">
      {before === '' ? null : <bdi class="fact-value__words">{before}</bdi>}{' '}
      <span class="fact-value__line">
        {chip} {after === '' ? null : <bdi>{after}</bdi>} <Spell spell={spell} />
      </span>
    </span>
  );
};
