/** In which groups a kind's fields are filled in; a field that stands in none comes in a last one. */
type Section = { title: string; fields: string[] };

const common: Section[] = [
  { title: 'Where it is known from', fields: ['sources', 'figures', 'followsFrom', 'tags'] },
  { title: 'Who sees it', fields: ['lifecycle', 'origin'] },
];

const own: Record<string, Section[]> = {
  organization: [
    { title: 'What it is', fields: ['name', 'alternateNames', 'acronym', 'sector', 'parent', 'description', 'foundedYear', 'closedOn'] },
    { title: 'How to reach it', fields: ['url', 'publicEmail', 'phone', 'street', 'city', 'state', 'postalCode', 'county', 'country'] },
    { title: 'Whom it serves', fields: ['locale', 'populationServed', 'latitude', 'longitude'] },
    { title: 'How it is known and related', fields: ['identifiers', 'relationships'] },
  ],
  convening: [
    { title: 'What it was', fields: ['title', 'alternateTitles', 'summary', 'goal', 'status', 'url'] },
    { title: 'When and where', fields: ['startsOn', 'endsOn', 'timeZone', 'format', 'venue', 'city', 'state', 'country', 'placeNote'] },
    { title: 'Who stood behind it', fields: ['hosts', 'funders', 'fundedBy', 'sectors'] },
    { title: 'What was on the table', fields: ['sessions'] },
    { title: 'Who took part', fields: ['expectedParticipants', 'participants'] },
  ],
};

export function sectionsOf<F extends { name: string }>(kind: string, fields: F[]): { title: string; fields: F[] }[] {
  const named = [...(own[kind] ?? []), ...common].map((s) => ({
    title: s.title,
    fields: s.fields.map((n) => fields.find((f) => f.name === n)).filter((f): f is F => f !== undefined),
  }));
  const left = fields.filter((f) => !named.some((s) => s.fields.includes(f)));
  return [...named, { title: 'More', fields: left }].filter((s) => s.fields.length > 0);
}
