import { comma } from '../words.ts';
import { words } from '../../lib/i18n/words.ts';
import type { Report } from '../../lib/model/card.ts';
import { Section, Unfold } from '../parts/Section.tsx';
import { SourceLine } from '../parts/SourceLine.tsx';
import './Reports.css';

const OneReport = ({ report }: { readonly report: Report }) => {
  const { outlets, sources, isHere } = report;
  return (
    <li class="reports__item">
      {outlets.length > 1 ? <span class="reports__note">{words.evidence.oneText}</span> : null}
      <span class="reports__outlets">
        <bdi>{outlets.join(comma)}</bdi>
        {isHere ? <span class="reports__note"> · {words.thisArticle}</span> : null}
      </span>
      {sources
        .filter(({ title }) => title !== '')
        .map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
    </li>
  );
};

/** In how many independent outlets the same was met; outlets that print one text count once. */
export const Reports = ({ reports }: { readonly reports: readonly Report[] }) => {
  const elsewhere = reports.some(({ isHere, sources }) => !isHere || sources.length > 1);
  if (!elsewhere) return null;
  return (
    <Section title={words.evidence.metIn} note={words.evidence.independent({ count: reports.length })}>
      <Unfold
        items={reports}
        first={3}
        list={(shown) => (
          <ul class="reports">
            {shown.map((report) => (
              <OneReport key={report.sources[0]?.id ?? ''} report={report} />
            ))}
          </ul>
        )}
      />
    </Section>
  );
};
