import type { Convening } from '../../api/shapes';
import type { KindView } from '../../ui/KindView';
import { Unknown } from '../../ui/parts';
import { day, place } from '../../ui/words';
import { Body, Lead } from './Body';

export const convening: KindView<Convening> = {
  kind: 'convening',
  plural: 'convenings',
  label: 'Convenings',
  says: 'Who met, when and where, and what was on the table.',
  lede: 'Meetings on the continuing education of library staff, latest first.',
  titleOf: (c) => c.title,
  list: {
    sort: '-startsOn',
    fields: ['title', 'startsOn', 'city', 'state', 'status'],
    facets: ['status', 'state', 'hosts', 'origin', 'lifecycle', 'format', 'sectors', 'funders', 'tags'],
    columns: ({ word }) => [
      {
        name: 'title',
        label: 'Title',
        sort: 'title',
        cell: (c) => c.title,
      },
      { name: 'startsOn', label: 'When', sort: 'startsOn', cell: (c) => (c.startsOn ? day(c.startsOn) : <Unknown />) },
      { name: 'place', label: 'Place', sort: 'state', cell: (c) => place(c) || <Unknown /> },
      {
        name: 'status',
        label: 'Status',
        sort: 'status',
        cell: (c) =>
          c.status ? (
            <span className="status" data-s={c.status}>
              {word('convening-status', c.status)}
            </span>
          ) : (
            <Unknown />
          ),
      },
    ],
  },
  sections: [
    { title: 'What it was', fields: ['title', 'alternateTitles', 'summary', 'goal', 'status', 'url'] },
    { title: 'When and where', fields: ['startsOn', 'endsOn', 'timeZone', 'format', 'venue', 'city', 'state', 'country', 'placeNote'] },
    { title: 'Who stood behind it', fields: ['hosts', 'funders', 'fundedBy', 'sectors'] },
    { title: 'What was on the table', fields: ['sessions'] },
    { title: 'Who took part', fields: ['expectedParticipants', 'participants'] },
  ],
  Lead,
  Body,
};
