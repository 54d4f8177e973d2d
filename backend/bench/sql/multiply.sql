-- Adds copies of all that was loaded, each with ids, numbers, documents and links of its own: two digits in each id are the copy's. An
-- identifier can hold once, so the copies' are former ones. Run where nothing was written since the load: psql -v first=1 -v last=9, and
-- later perhaps -v first=10 -v last=99.
set session_replication_role = replica;

create function pg_temp.moved(what text, copy int) returns text language sql immutable
    return replace(what, 'bench000000100', 'bench0000001' || lpad(copy::text, 2, '0'));

-- Indexes are made anew at the end: row by row would take hours.
create temp table made as
    select indexname, indexdef from pg_indexes i
    where schemaname = 'public' and not exists (select from pg_constraint c where c.conname = i.indexname);
select format('drop index %I', indexname) from made \gexec

insert into entry (id, kind, version, seq, epoch, version_epoch, at, lifecycle, origin, title, state, created_by, created_at,
    public_seq, public_at, public_version, document)
select pg_temp.moved(id, copy), kind, version, new_seq, entry.epoch, version_epoch, at, lifecycle, origin, title, state, created_by,
    created_at, new_seq, public_at, public_version,
    pg_temp.moved(replace(replace(document, document_head(id, version, version_epoch, entry.seq, entry.epoch),
        document_head(id, version, version_epoch, new_seq, entry.epoch)), '"status":"active"', '"status":"former"'), copy)
from entry, generate_series(:first, :last) copy, clock c, lateral (select entry.seq + copy * (c.seq / :first) as new_seq) n
where id like '%bench000000100%';

insert into history (id, version, seq, epoch, at, op, change_set, title, document, kind, lifecycle, origin, status, codes, targets)
select pg_temp.moved(id, copy), version, new_seq, history.epoch, at, op, change_set, title,
    pg_temp.moved(replace(replace(document, '"seq":' || history.seq || ',', '"seq":' || new_seq || ','),
        '.' || history.seq || history.epoch || '.', '.' || new_seq || history.epoch || '.'), copy),
    kind, lifecycle, origin, status, codes, pg_temp.moved(targets::text, copy)::text[]
from history, generate_series(:first, :last) copy, clock c, lateral (select history.seq + copy * (c.seq / :first) as new_seq) n
where id like '%bench000000100%';

-- The other tables: as they are, but for the ids.
select format('insert into %1$I (%2$s) select %3$s from %1$I, generate_series(%4$s, %5$s) copy where %6$s like %7$L', attrelid::regclass,
    string_agg(quote_ident(attname), ', '),
    string_agg(case when attname in ('id', 'owner', 'part', 'target') then format('pg_temp.moved(%I, copy)', attname)
        when attrelid = 'identifier'::regclass and attname = 'status' then '''former''' else quote_ident(attname) end, ', '),
    :first, :last, case when bool_or(attname = 'owner') then 'owner' else 'id' end, '%bench000000100%')
from pg_attribute
where attrelid in ('organization'::regclass, 'convening'::regclass, 'convening_session'::regclass, 'participant'::regclass,
    'link'::regclass, 'identifier'::regclass, 'search'::regclass) and attnum > 0 and not attisdropped and attgenerated = ''
group by attrelid \gexec

update clock set seq = seq / :first * (:last + 1);
select indexdef from made \gexec
vacuum (analyze);
