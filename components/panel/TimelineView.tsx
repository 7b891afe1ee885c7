import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { words } from '../../lib/i18n/words.ts';
import { useArticleLanguage } from '../article-language.ts';
import { speakerWords } from '../card/Card.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { datedClaims, periodWords, preciseDate } from './dated-claims.ts';
import { Parted } from '../parts/Parted.tsx';
import './TimelineView.css';

interface TimelineViewProps {
  readonly reading: PageReading;
  readonly onPick: (claim: PageClaim) => void;
}

/** What a page says of which time: a small picture, and the same as a list that leads to the claims. */
export const TimelineView = ({ reading, onPick }: TimelineViewProps) => {
  const language = useArticleLanguage();
  const dated = datedClaims(reading);
  return (
    <>
      <h2 class="unseen">{words.panel.timeline}</h2>
      <div class="panel-timeline">
        <Timeline
          points={dated.map(({ claim, when }) => ({
            date: preciseDate(when) ?? when.from,
            text: claim.text,
            by: speakerWords(claim, reading),
            isHere: true,
          }))}
        />
      </div>
      <ul>
        {dated.map(({ claim, when }) => {
          const speaker = speakerWords(claim, reading);
          return (
            <li key={claim.index}>
              <button type="button" class="row row--claim" data-row onClick={() => onPick(claim)}>
                <span class="row__tick" style={{ opacity: 0.25 + 0.75 * claim.checkWorthiness }} />
                <span class="row__text">
                  <span class="panel-timeline__when">{periodWords(when)}</span>
                  <bdi class="row__words" dir="auto" lang={language}>
                    {claim.text}
                  </bdi>
                  <span class="row__line">
                    <Parted parts={[words.kind[claim.kind].one, speaker]} />
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
};
