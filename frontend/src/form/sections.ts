/** In which groups a kind's fields are filled in; a field that stands in none comes in a last one. */
import type { KindView } from '../ui/KindView';

const common: KindView['sections'] = [
  { title: 'Where it is known from', fields: ['sources', 'figures', 'followsFrom', 'tags'] },
  { title: 'Who sees it', fields: ['lifecycle', 'origin'] },
];

export function sectionsOf<F extends { name: string }>(own: KindView['sections'], fields: F[]): { title: string; fields: F[] }[] {
  const named = [...own, ...common].map((s) => ({
    title: s.title,
    fields: s.fields.map((n) => fields.find((f) => f.name === n)).filter((f): f is F => f !== undefined),
  }));
  const left = fields.filter((f) => !named.some((s) => s.fields.includes(f)));
  return [...named, { title: 'More', fields: left }].filter((s) => s.fields.length > 0);
}
