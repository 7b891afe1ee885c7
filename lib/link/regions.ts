import { asEntityId, type EntityId } from '../model/ids.ts';

/** States and provinces as English-language news writes them behind a town ("Paris, Texas", "Toledo, Ohio"). */
const regions: Readonly<Record<string, string>> = {
  'wd:Q30':
    'alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware del florida fla georgia ga hawaii idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la maine maryland md massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb nevada nev new-hampshire n.h new-jersey n.j new-mexico n.m new-york n.y north-carolina n.c north-dakota n.d ohio oklahoma okla oregon ore pennsylvania pa rhode-island r.i south-carolina s.c south-dakota s.d tennessee tenn texas utah vermont vt virginia va washington wash west-virginia w.va wisconsin wis wyoming wyo d.c dc',
  'wd:Q16':
    'ontario ont quebec alberta manitoba saskatchewan british-columbia b.c nova-scotia new-brunswick newfoundland newfoundland-and-labrador yukon nunavut',
  'wd:Q408': 'queensland tasmania victoria new-south-wales nsw south-australia western-australia northern-territory',
  'wd:Q145':
    'england scotland wales northern-ireland kent essex surrey sussex devon cornwall norfolk suffolk yorkshire lancashire cheshire somerset dorset hampshire cumbria',
};

const countries = new Map<string, EntityId>();
for (const [country, names] of Object.entries(regions))
  for (const name of names.split(' ')) countries.set(name.replaceAll('-', ' '), asEntityId(country));

/** The country of a state or province by its folded name, with or without a point at its end; null for any other. */
export const countryOfRegion = (folded: string): EntityId | null => countries.get(folded.replace(/\.$/u, '')) ?? null;
