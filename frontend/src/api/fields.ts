/** What `/fields` declares of a kind: what the form is made of. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client';
import type { components } from './contract';
import { useKey } from './key';

type Declared = components['schemas']['Field'];
type Used = 'name' | 'label' | 'type' | 'many' | 'targets' | 'vocabulary' | 'required' | 'requiredToPublish' | 'writable' | 'private';

export type Field = Pick<Declared, Used | 'maxLength' | 'maxItems' | 'itemTitle'> &
  Partial<Pick<Declared, 'filter' | 'sort'>> & {
    description: string | null;
    default?: unknown;
    fields: Field[];
  };
export type KindFields = Omit<components['schemas']['KindFields'], 'href' | 'fields'> & { fields: Field[] };

/** The kinds as who asks may see them: private members are declared to who is signed in alone. */
export function useFields() {
  const signedIn = useKey() !== null;
  return useQuery({
    queryKey: ['fields', signedIn],
    queryFn: ({ signal }) => read<{ kinds: KindFields[] }>('/api/v1/fields', signal),
    staleTime: Infinity,
  });
}

/** What a field is where nothing is said of it. */
export const plain = {
  description: null,
  many: false,
  targets: [],
  vocabulary: null,
  required: false,
  requiredToPublish: false,
  writable: true,
  private: false,
  maxLength: null,
  maxItems: null,
  itemTitle: [],
  fields: [],
};

/** What a claim link says beside its target; `/fields` takes it as known. */
function claimMembers(field: Field, sources?: Field): Field[] {
  return [
    {
      ...plain,
      name: 'id',
      label: 'Record',
      description: 'The record it names',
      type: 'reference',
      targets: field.targets,
      required: true,
    },
    { ...plain, name: 'on', label: 'On', description: 'When, as far as is known: a day, a month or a year', type: 'partial-date' },
    { ...plain, name: 'note', label: 'Note', description: 'What to know about it', type: 'text' },
    ...(sources ? [{ ...sources, name: 'source', label: 'Source', description: 'Who says so', many: false }] : []),
  ];
}

/** What can be filled in, within groups too: their items' ids are the server's. */
const fillable = (fields: Field[]): Field[] =>
  fields.filter((f) => f.writable && f.name !== 'id').map((f) => ({ ...f, fields: fillable(f.fields) }));

/** The fields to be filled in, claim links opened up into what they say. */
export function formFields(kind: KindFields): Field[] {
  const fields = fillable(kind.fields).filter((f) => f.name !== 'review');
  const sources = fields.find((f) => f.name === 'sources');
  return fields.map((f) => (f.type === 'claim-link' ? { ...f, fields: claimMembers(f, sources) } : f));
}
