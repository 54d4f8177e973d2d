/** Where the pages of each kind lie, and its drawing: a line for each kind that has pages here. */
import type { IconName } from './icons';

const kinds: Record<string, { plural: string; icon: IconName }> = {
  convening: { plural: 'convenings', icon: 'users' },
  organization: { plural: 'organizations', icon: 'landmark' },
};

export const iconOf = (kind: string): IconName => kinds[kind]?.icon ?? 'file';

/** The page of a record, or null where this site has none for its kind. */
export const pageOf = (record: { kind: string; id: string }) => (kinds[record.kind] ? `/${kinds[record.kind]!.plural}/${record.id}` : null);
