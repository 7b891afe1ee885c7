import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { inside, labelOf, last, outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const product = entityTypes.indexOf('product');
const person = entityTypes.indexOf('person');
/** What the names of ships begin with; those that are words or other names as well are left out ("SS", "FS", "RV"). */
const prefixes: ReadonlySet<string> = new Set(
  'HMS HMNZS HMAS HMCS USS USNS USCGC INS RMS RRS HDMS HNLMS KRI MV'.split(' '),
);
/** Vessels that go by a name behind what they are: "the ferry Dona Paz". */
const vessels: ReadonlySet<string> = new Set(
  'ferry trawler tanker freighter frigate destroyer submarine yacht schooner steamship steamer warship icebreaker minesweeper tugboat lifeboat'.split(
    ' ',
  ),
);
/** What ships are called that have a place in their names: "MV Isle of Islay". */
const ofPlaces =
  /^(?:Isles?|Spirit|Pride|Queen|King|Star|Lady|City|County|Maid|Port|Princess|Prince|Duke|Duchess|Empress|Rose)$/u;
const diseases: ReadonlySet<string> = new Set('disease syndrome lymphoma palsy chorea sarcoma'.split(' '));

/** "HMNZS Manawanui" and "the ferry Dona Paz" are ships whatever their names look like; what a disease is called by names nobody. */
export function takeShips(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const found = foundNames(labels);
  for (const name of found) {
    if (labels[name.from] === labelOf(product, inside) || labels[name.from] === labelOf(product, last)) continue;
    const { from, end, type } = name;
    const isShip = end - from > 1 && prefixes.has(tokens[from]?.plain ?? '');
    if (isShip) {
      const isPart = tokens[end]?.plain === 'of' && ofPlaces.test(tokens[end - 1]?.plain ?? '');
      const home = isPart ? found.find((other) => other.from === end + 1) : undefined;
      const whole = home?.end ?? end;
      confidences.fill(confidences[from] ?? 0, from, whole);
      writeName(labels, { from, end: whole, type: product });
    }
    const isVessel = vessels.has(tokens[from - 1]?.plain ?? '') && /^(?:the|a)$/u.test(tokens[from - 2]?.folded ?? '');
    if (type === person && isVessel) writeName(labels, { ...name, type: product });
    const isDisease = tokens[end]?.kind === 'possessive' && diseases.has(tokens[end + 1]?.folded ?? '');
    if (type === person && end - from === 1 && isDisease) labels.fill(outside, from, end);
  }
  return { ...labelling, labels, confidences };
}
