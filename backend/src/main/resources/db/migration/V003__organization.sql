create table organization (
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
    name text not null,
    name_key text collate "C" not null generated always as (fold(name)) stored,
    alternate_names text[] not null,
    acronym text,
    sector text,
    description text,
    url text,
    public_email text,
    phone text,
    street text,
    city text,
    city_key text collate "C" generated always as (fold(city)) stored,
    state text,
    postal_code text,
    county text,
    country text,
    latitude numeric check (latitude between -90 and 90),
    longitude numeric check (longitude between -180 and 180),
    locale text,
    population_served int check (population_served >= 0),
    founded_year int,
    closed_on text,
    closed_on_day date generated always as (first_day(closed_on)) stored,
    figures jsonb not null
);
-- A published list in each order that people ask for; id last, as in every order.
create index organization_name on organization (name_key, id);
create index organization_created on organization (created_at, id);
create index organization_updated on organization (updated_at, id);
create index organization_state on organization (state, name_key, id);
create index organization_sector on organization (sector, name_key, id);
create index organization_locale on organization (locale, name_key, id);
create index organization_city on organization (city);
create index organization_tags on organization using gin (tags);
