-- Adds copies of all that was loaded, each with ids, numbers, documents and links of its own: the digit before the number of an id is the
-- copy's. An identifier can hold once, so the copies' are former ones. Run where nothing was written since the load: psql -v copies=9.
set session_replication_role = replica;

create function pg_temp.moved(what text, copy int) returns text language sql immutable
    return replace(what, 'bench000000000', 'bench00000000' || copy);

-- Indexes are made anew at the end: row by row would take hours.
create temp table made as
    select indexname, indexdef from pg_indexes i
    where schemaname = 'public' and not exists (select from pg_constraint c where c.conname = i.indexname);
select format('drop index %I', indexname) from made \gexec

insert into entry (id, kind, version, seq, epoch, version_epoch, at, lifecycle, origin, title, state, created_by, created_at,
    public_seq, public_at, public_version, document)
select pg_temp.moved(id, copy), kind, version, new_seq, epoch, version_epoch, at, lifecycle, origin, title, state, created_by, created_at,
    new_seq, public_at, public_version,
    pg_temp.moved(replace(replace(document, document_head(id, version, version_epoch, seq, epoch),
        document_head(id, version, version_epoch, new_seq, epoch)), '"status":"active"', '"status":"former"'), copy)
from entry, generate_series(1, :copies) copy, clock c, lateral (select entry.seq + copy * c.seq as new_seq) n;

insert into history (id, version, seq, epoch, at, op, change_set, title, document, kind, lifecycle, origin, status, codes, targets)
select pg_temp.moved(id, copy), version, new_seq, history.epoch, at, op, change_set, title,
    pg_temp.moved(replace(replace(document, '"seq":' || history.seq || ',', '"seq":' || new_seq || ','),
        '.' || history.seq || history.epoch || '.', '.' || new_seq || history.epoch || '.'), copy),
    kind, lifecycle, origin, status, codes, pg_temp.moved(targets::text, copy)::text[]
from history, generate_series(1, :copies) copy, clock c, lateral (select history.seq + copy * c.seq as new_seq) n;

-- The other tables: as they are, but for the ids.
select format('insert into %1$I (%2$s) select %3$s from %1$I, generate_series(1, %4$s) copy', attrelid::regclass,
    string_agg(quote_ident(attname), ', '),
    string_agg(case when attname in ('id', 'owner', 'part', 'target') then format('pg_temp.moved(%I, copy)', attname)
        when attrelid = 'identifier'::regclass and attname = 'status' then '''former''' else quote_ident(attname) end, ', '), :copies)
from pg_attribute
where attrelid in ('organization'::regclass, 'convening'::regclass, 'convening_session'::regclass, 'participant'::regclass,
    'link'::regclass, 'identifier'::regclass, 'search'::regclass) and attnum > 0 and not attisdropped and attgenerated = ''
group by attrelid \gexec

update clock set seq = seq * (:copies + 1);
select indexdef from made \gexec
vacuum (analyze);
