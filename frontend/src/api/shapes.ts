/** The registry's JSON, as the contract has it. */
export type Ref = { id: string; kind: string; title: string; origin?: string };
export type Source = {
  title: string;
  url?: string | null;
  publisher?: string | null;
  publishedOn?: string | null;
  retrievedOn?: string | null;
  note?: string | null;
};
export type Figure = {
  measure: string;
  comparator?: string | null;
  value: number | string;
  unit?: string | null;
  asOf?: string | null;
  scope?: string | null;
  source?: Source | null;
};
type Claim = Ref & { on?: string | null; note?: string | null; source?: Source | null };

/** What every record carries. */
export type Common = {
  id: string;
  kind: string;
  lifecycle: string;
  version: number;
  seq: number;
  etag: string;
  createdAt: string;
  updatedAt: string;
  origin: string;
  tags: string[];
  sources: Source[];
  figures: Figure[];
  followsFrom: Claim[];
};
type Placed = { url: string | null; city: string | null; state: string | null; country: string | null };
export type Organization = Common &
  Placed & {
    name: string;
    alternateNames: string[];
    acronym?: string | null;
    sector?: string | null;
    parent?: Ref | null;
    description?: string | null;
    publicEmail?: string | null;
    phone?: string | null;
    street?: string | null;
    postalCode?: string | null;
    county?: string | null;
    latitude?: number | null;
    longitude?: number | null;
    locale?: string | null;
    populationServed?: number | null;
    foundedYear?: number | null;
    closedOn?: string | null;
    relationships: {
      type: string;
      organization: Ref;
      role?: string | null;
      from?: string | null;
      to?: string | null;
      note?: string | null;
    }[];
    identifiers: { scheme: string; value: string; status?: string | null }[];
  };
export type Convening = Common &
  Placed & {
    title: string;
    alternateTitles: string[];
    summary?: string | null;
    goal?: string | null;
    startsOn?: string | null;
    endsOn?: string | null;
    timeZone?: string | null;
    format?: string | null;
    status?: string | null;
    venue?: string | null;
    placeNote?: string | null;
    sectors: string[];
    hosts: Ref[];
    funders: Ref[];
    fundedBy: Claim[];
    expectedParticipants?: number | null;
    sessions: {
      id: string;
      title: string;
      theme?: string | null;
      startsAt?: string | null;
      endsAt?: string | null;
      notes?: string | null;
    }[];
    participants: {
      id: string;
      name?: string | null;
      organization?: Ref | null;
      organizationName?: string | null;
      sector?: string | null;
      role?: string | null;
      listed?: boolean;
      email?: string | null;
      note?: string | null;
    }[];
    participantSummary?: { total: number; identified: number; bySector: { value: string; count: number }[] } | null;
  };
export type Page<T> = { items: T[]; page: { limit: number; next: string | null; prev: string | null } };
export type Registry = {
  name: string;
  seq: number;
  collections: { kind: string; label: string; count: number; illustrative?: number; href: string }[];
};
export type Vocabularies = {
  items: { name: string; terms: { code: string; label: string; active: boolean }[]; moves?: Record<string, string[]> }[];
};

/** A record of whatever kind, by its members. */
export type RecordJson = Common & { name?: string; title?: string; [member: string]: unknown };
export type FieldError = { pointer?: string; code: string; detail: string };
