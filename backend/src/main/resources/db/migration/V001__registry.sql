-- What every record is, and the one clock that all writers take.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() itself is only "stable", since its dictionary could be changed; ours is not, and generated columns need "immutable".
create function fold(text) returns text
    language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, $1));

-- The first day of a date that may be a year or a month alone: how such dates sort and compare.
create function first_day(text) returns date
    language sql immutable strict parallel safe
    return make_date(
        left($1, 4)::int,
        coalesce(nullif(substr($1, 6, 2), ''), '1')::int,
        coalesce(nullif(substr($1, 9, 2), ''), '1')::int);

create table clock (
    single boolean primary key default true check (single),
    seq bigint not null,
    epoch text not null
);
-- A letter first, so that an epoch can follow a number in a tag.
insert into clock (seq, epoch)
values (0, chr(97 + floor(random() * 26)::int) || substr(md5(random()::text || clock_timestamp()::text), 1, 5));

create table entry (
    id text collate "C" primary key,
    kind text not null,
    version int not null check (version > 0),
    seq bigint not null,
    epoch text not null,
    version_epoch text not null,
    at timestamptz not null,
    lifecycle text not null check (lifecycle in ('draft', 'published', 'withdrawn')),
    origin text not null check (origin in ('sourced', 'illustrative')),
    title text not null,
    state text not null default 'live' check (state in ('live', 'deleted', 'merged')),
    merged_into text collate "C" references entry,
    created_by text,
    created_at timestamptz not null,
    public_seq bigint,
    public_at timestamptz,
    public_version int,
    document text check ((document is not null) = (state = 'live'))
);
create unique index entry_seq on entry (seq);
create unique index entry_public_seq on entry (public_seq) where public_seq is not null;

-- The tag of a record's public answer; Java's Tag makes the same, and a test holds the two together.
create function public_tag(id text, version int, version_epoch text, seq bigint, epoch text) returns text
    language sql immutable parallel safe
    return '"' || id || '.' || version || version_epoch || '.' || seq || epoch || '.p"';

-- The members of a document that move with its number, as its bytes have them.
create function document_head(id text, version int, version_epoch text, seq bigint, epoch text) returns text
    language sql immutable parallel safe
    return '"version":' || version || ',"seq":' || seq || ',"etag":'
        || to_json(public_tag(id, version, version_epoch, seq, epoch))::text;

create table link (
    owner text collate "C" not null references entry,
    field text not null,
    part text collate "C",
    item int not null,
    position int not null,
    target text collate "C" not null references entry,
    hidden boolean not null default false,
    type text,
    role text,
    from_on text,
    to_on text,
    on_date text,
    note text,
    source jsonb,
    primary key (owner, field, item, position)
);
create index link_target on link (target, field, owner);

create table identifier (
    owner text collate "C" not null references entry,
    position int not null,
    scheme text not null,
    value text not null,
    status text not null check (status in ('active', 'former')),
    from_on text,
    to_on text,
    primary key (owner, position),
    -- The rule itself is a query under the clock; this is what holds if that query is ever wrong.
    exclude using btree (scheme with =, value with =) where (status = 'active') deferrable initially deferred
);
create index identifier_value on identifier ((scheme || ':' || value));

create table search (
    id text collate "C" primary key references entry,
    kind text not null,
    title text not null,
    words tsvector not null,
    body text not null
);
create index search_words on search using gin (words);
create index search_title on search using gin (title gin_trgm_ops);

-- English stems for what is meant, plain words for what is typed half.
create function search_words(a text, b text, c text, d text) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('english', fold(a)) || to_tsvector('simple', fold(a)), 'A')
        || setweight(to_tsvector('english', fold(b)) || to_tsvector('simple', fold(b)), 'B')
        || setweight(to_tsvector('english', fold(c)), 'C')
        || setweight(to_tsvector('english', fold(d)) || to_tsvector('simple', fold(d)), 'D');

-- One word of a query: its stem, or what begins like it. Null where it is a stop word.
create function search_word(word text) returns tsquery
    language sql immutable strict parallel safe
    return case
        when numnode(plainto_tsquery('english', fold(word))) = 0 then null
        else to_tsquery('english', quote_literal(fold(word)) || ':*')
            || to_tsquery('simple', quote_literal(fold(word)) || ':*')
    end;

create table change_set (
    id text collate "C" primary key,
    at timestamptz not null,
    actor text not null,
    role text not null,
    actor_name text,
    via text not null,
    session text,
    label text not null,
    reason text,
    undoes text collate "C" references change_set,
    undone_by text collate "C" references change_set,
    root text collate "C" not null,
    depth int not null
);
create index change_set_actor on change_set (actor, session, at desc, id desc);

create table history (
    id text collate "C" not null references entry,
    version int not null,
    seq bigint not null,
    epoch text not null,
    at timestamptz not null,
    op text not null check (op in ('create', 'update', 'delete', 'restore')),
    change_set text collate "C" not null references change_set,
    title text not null,
    -- The record with its private parts, as its own answer had it; null for a deletion.
    document text,
    -- What is asked of the past across records.
    kind text not null,
    lifecycle text not null,
    origin text not null,
    status text,
    codes text[] not null,
    targets text[] not null,
    primary key (id, version)
);
create index history_change_set on history (change_set);

create table idempotency (
    principal text not null,
    method text not null,
    address text not null,
    key text not null,
    hash text not null,
    status int not null,
    change_set text collate "C",
    id text collate "C",
    version int,
    at timestamptz not null,
    primary key (principal, method, address, key)
);
create index idempotency_at on idempotency (at);

create table vocabulary_term (
    vocabulary text not null,
    code text not null,
    label text not null,
    description text,
    position int not null,
    active boolean not null default true,
    parent text,
    primary key (vocabulary, code)
);

create table operator_key (
    single boolean primary key default true check (single),
    hash text not null,
    made_at timestamptz not null
);
