import type { Organization } from '../../api/shapes';
import type { KindView } from '../../ui/KindView';
import { Unknown } from '../../ui/parts';
import { place } from '../../ui/words';
import { Body, Lead } from './Body';

export const organization: KindView<Organization> = {
  kind: 'organization',
  plural: 'organizations',
  label: 'Organizations',
  says: 'Who hosted, paid and took part, and how they are related.',
  lede: 'Who hosts and attends convenings, pays for them, and provides what staff learn from.',
  titleOf: (o) => o.name,
  list: {
    sort: 'name',
    fields: ['name', 'sector', 'city', 'state', 'populationServed'],
    facets: ['sector', 'state', 'origin', 'lifecycle', 'locale', 'tags', 'country'],
    columns: ({ word }) => [
      {
        name: 'name',
        label: 'Name',
        sort: 'name',
        cell: (o) => o.name,
      },
      { name: 'sector', label: 'Sector', cell: (o) => (o.sector ? word('sectors', o.sector) : <Unknown />) },
      { name: 'place', label: 'Place', sort: 'state', cell: (o) => place(o) || <Unknown /> },
      {
        name: 'populationServed',
        label: 'Serves',
        sort: 'populationServed',
        number: true,
        cell: (o) => o.populationServed?.toLocaleString('en-US') ?? <Unknown />,
      },
    ],
  },
  sections: [
    { title: 'What it is', fields: ['name', 'alternateNames', 'acronym', 'sector', 'parent', 'description', 'foundedYear', 'closedOn'] },
    { title: 'How to reach it', fields: ['url', 'publicEmail', 'phone', 'street', 'city', 'state', 'postalCode', 'county', 'country'] },
    { title: 'Whom it serves', fields: ['locale', 'populationServed', 'latitude', 'longitude'] },
    { title: 'How it is known and related', fields: ['identifiers', 'relationships'] },
  ],
  Lead,
  Body,
};
