import { languageTag, words } from '../../lib/i18n/words.ts';
import type { LeftOut, LeftOutList } from '../../lib/model/exchange.ts';
import { comma } from '../words.ts';

const numbers = new Intl.NumberFormat(languageTag, { useGrouping: false });

function whyWords({ why, name }: LeftOut): string {
  const { leftOutWhy, table } = words.data;
  return leftOutWhy[why]({ name: why === 'broken' ? (table[name as keyof typeof table] ?? name) : name });
}

/** "line 3", "lines 3, 8, 9, …". */
function lineWords({ count, lines }: LeftOut): string {
  const told = lines.map((line) => numbers.format(line));
  const [only = ''] = told;
  if (count === 1) return words.data.inLine({ line: only });
  return words.data.inLines({ lines: [...told, ...(count > lines.length ? ['…'] : [])].join(comma) });
}

/** What of a file stays out of the store, with where it stands in the file. */
export const LeftOutPart = ({ leftOut: { listed, more } }: { readonly leftOut: LeftOutList }) => {
  const data = words.data;
  if (listed.length === 0) return null;
  return (
    <div class="preview__left-out">
      <h5 class="picker__label">{data.leftOut}</h5>
      <ul class="preview__conflicts">
        {listed.map((each) => (
          <li key={`${each.why} ${each.name}`} dir="auto">
            {data.leftOutLine({ what: whyWords(each), where: lineWords(each) })}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p class="part__note">{data.moreConflicts({ count: more })}</p>}
    </div>
  );
};
