import { Parted } from '../parts/Parted.tsx';
import { words } from '../../lib/i18n/words.ts';
import { useArticleLanguage } from '../article-language.ts';
import { longestPart } from '../long-name.ts';
import { colon, quoted } from '../words.ts';
import { Likeness } from './Likeness.tsx';
import type { Portrait } from './portrait.ts';
import './CardHeader.css';

/** Names of more characters than this stand smaller: three lines of a card's width. */
const longName = 48;
/** Where there is little room, a name with a longer word takes the whole width. */
const longWord = 9;

interface CardHeaderProps {
  readonly portrait: Portrait;
  /** Address of the figure's picture; null where it is not here, or there is none. */
  readonly picture: string | null;
  readonly id: string;
}

/** Name, type and one line of a figure: on the article's day, and today where that differs. */
export const CardHeader = ({ portrait, picture, id }: CardHeaderProps) => {
  const language = useArticleLanguage();
  return (
    <div class={`card-header is-${portrait.type}`}>
      <Likeness portrait={portrait} picture={picture} />
      <div class="card-header__text">
        <p class="card-header__type">
          {portrait.standing === 'several' ? words.type[portrait.type].many : words.type[portrait.type].one}
        </p>
        <h2
          class="card-header__name"
          data-long={portrait.name.length > longName}
          data-wide={portrait.name.length > longName || longestPart(portrait.name) > longWord}
          style={{ '--letters': longestPart(portrait.name) }}
          id={id}
        >
          <bdi lang={language}>{portrait.name}</bdi>
        </h2>
        {portrait.line === '' ? null : (
          <p class="card-header__line">
            <Parted
              parts={[portrait.line, portrait.asOf === null ? null : words.card.onDay({ date: portrait.asOf })]}
              lastClass={portrait.asOf === null ? '' : 'card-header__day'}
            />
          </p>
        )}
        {portrait.today === null ? null : (
          <p class="card-header__line">
            <span class="card-header__day">
              {words.today}
              {colon}
            </span>
            <bdi>{portrait.today}</bdi>
          </p>
        )}
        {portrait.standing === 'unknown' ? (
          <p class="card-header__line">
            <Parted parts={[words.notInStore, portrait.introduced === null ? null : quoted(portrait.introduced)]} />
          </p>
        ) : null}
        {portrait.description === null ? null : (
          <p class="card-header__about">
            <bdi>{portrait.description}</bdi>
          </p>
        )}
      </div>
    </div>
  );
};
