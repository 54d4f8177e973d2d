/** The registry's JSON, as the contract has it. */
import type { components } from './contract';

type Schemas = components['schemas'];

export type Ref = Schemas['Reference'];
export type Source = Schemas['Source'];
export type Figure = Schemas['Figure'];
export type Organization = Schemas['Organization'];
export type Convening = Schemas['Convening'];
export type Registry = Schemas['Registry'];
export type Vocabularies = Schemas['Vocabularies'];
export type FieldError = Schemas['Finding'];
export type ChangeSet = Schemas['ChangeSet'];
export type ChangedSince = Schemas['ChangedSince'];

type Shared = 'id' | 'lifecycle' | 'version' | 'seq' | 'etag' | 'createdAt' | 'updatedAt' | 'origin' | 'tags' | 'sources' | 'followsFrom';

/** What every record carries. */
export type Common = Pick<Organization, Shared | 'figures'> & { kind: string };
/** A record of whatever kind, by its members. */
export type RecordJson = Common & { name?: string; title?: string; [member: string]: unknown };
export type Page<T> = { items: T[]; page: Schemas['Place'] };
