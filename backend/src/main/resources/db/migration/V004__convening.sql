create table convening (
    id text collate "C" primary key references entry,
    lifecycle text not null check (lifecycle in ('draft', 'published', 'withdrawn')),
    origin text not null check (origin in ('sourced', 'illustrative')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    tags text[] not null,
    sources jsonb not null,
    review_state text not null check (review_state in ('none', 'submitted', 'returned')),
    review_note text,
    review_at timestamptz,
    title text not null,
    title_key text collate "C" not null generated always as (fold(title)) stored,
    alternate_titles text[] not null,
    summary text,
    goal text,
    starts_on date,
    ends_on date check (ends_on >= starts_on),
    time_zone text,
    format text,
    status text,
    venue text,
    city text,
    city_key text collate "C" generated always as (fold(city)) stored,
    state text,
    country text,
    place_note text,
    url text,
    sectors text[] not null,
    expected_participants int check (expected_participants >= 0),
    figures jsonb not null
);
create index convening_title on convening (title_key, id);
create index convening_created on convening (created_at, id);
create index convening_starts on convening (starts_on, id);

create table convening_session (
    owner text collate "C" not null references convening on delete cascade,
    position int not null,
    id text collate "C" not null unique deferrable initially deferred,
    title text not null,
    theme text,
    starts_at text,
    ends_at text,
    notes text,
    primary key (owner, position)
);

create table participant (
    owner text collate "C" not null references convening on delete cascade,
    position int not null,
    id text collate "C" not null unique deferrable initially deferred,
    name text,
    organization_name text,
    sector text,
    role text,
    listed boolean not null,
    consent_on text,
    email text,
    note text,
    primary key (owner, position)
);
