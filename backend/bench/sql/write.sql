-- What one PATCH of an organization's phone number sends, in its order, as PostgreSQL logged it (log_statement = all): who asks; the look
-- without the clock; then under the clock all of it anew, and what is written. New documents are made by the database out of the old
-- ones, so that they stay true; the server makes them itself, and sends them. It also sends the ids of whom a record refers to.
\set n 1001000000 + 10000000 * random(0, :copies) + random(0, :loaded - 1)
select 'org_01m88bench000000' || :n as id \gset
select hash from operator_key;

begin;
set transaction isolation level repeatable read, read only;
select id, kind, version, seq, epoch, version_epoch, lifecycle, origin, title, state, merged_into, created_at from entry where id = :id and kind = 'organization';
select o1_0.id,o1_0.acronym,o1_0.alternate_names,o1_0.city,o1_0.closed_on,o1_0.country,o1_0.county,o1_0.created_at,o1_0.description,o1_0.figures,o1_0.founded_year,o1_0.latitude,o1_0.lifecycle,o1_0.locale,o1_0.longitude,o1_0.name,o1_0.origin,o1_0.phone,o1_0.population_served,o1_0.postal_code,o1_0.public_email,o1_0.review_at,o1_0.review_note,o1_0.review_state,o1_0.sector,o1_0.sources,o1_0.state,o1_0.street,o1_0.tags,o1_0.updated_at,o1_0.url from organization o1_0 where o1_0.id=:id;
select * from link where owner = any(array[:id]) order by owner, field, item, position;
select i1_0.owner,i1_0.position,i1_0.scheme,i1_0.value,i1_0.status,i1_0.from_on,i1_0.to_on from identifier i1_0 where i1_0.owner=:id \gset i_
select id, kind, version, seq, epoch, version_epoch, lifecycle, origin, title, state, merged_into, created_at from entry where id = any(array(select target from link where owner = :id));
select i.scheme || ':' || i.value, e.id, e.kind, e.title from identifier i join entry e on e.id = i.owner where i.status = 'active' and i.scheme || ':' || i.value = any(array[:i_scheme || ':' || :i_value]) and not i.owner = any(array[:id]);
commit;

begin;
select seq, epoch from clock for update \gset c_
select id, kind, version, seq, epoch, version_epoch, lifecycle, origin, title, state, merged_into, created_at, document from entry where id = :id and kind = 'organization' \gset e_
select o1_0.id,o1_0.acronym,o1_0.alternate_names,o1_0.city,o1_0.closed_on,o1_0.country,o1_0.county,o1_0.created_at,o1_0.description,o1_0.figures,o1_0.founded_year,o1_0.latitude,o1_0.lifecycle,o1_0.locale,o1_0.longitude,o1_0.name,o1_0.origin,o1_0.phone,o1_0.population_served,o1_0.postal_code,o1_0.public_email,o1_0.review_at,o1_0.review_note,o1_0.review_state,o1_0.sector,o1_0.sources,o1_0.state,o1_0.street,o1_0.tags,o1_0.updated_at,o1_0.url from organization o1_0 where o1_0.id=:id \gset o_
select * from link where owner = any(array[:id]) order by owner, field, item, position;
select i1_0.owner,i1_0.position,i1_0.scheme,i1_0.value,i1_0.status,i1_0.from_on,i1_0.to_on from identifier i1_0 where i1_0.owner=:id;
select id, kind, version, seq, epoch, version_epoch, lifecycle, origin, title, state, merged_into, created_at from entry where id = any(array(select target from link where owner = :id));
select i.scheme || ':' || i.value, e.id, e.kind, e.title from identifier i join entry e on e.id = i.owner where i.status = 'active' and i.scheme || ':' || i.value = any(array[:i_scheme || ':' || :i_value]) and not i.owner = any(array[:id]);
insert into entry (id, kind, version, seq, epoch, version_epoch, at, lifecycle, origin, title, state, created_by,
    created_at, document, public_seq, public_at, public_version)
values (:id, 'organization', :e_version + 1, :c_seq + 1, :c_epoch, :c_epoch, now(), 'published', 'sourced', :e_title, 'live', 'operator',
    now(), replace(:e_document, document_head(:id, :e_version, :e_version_epoch, :e_seq, :e_epoch),
        document_head(:id, :e_version + 1, :c_epoch, :c_seq + 1, :c_epoch)), :c_seq + 1, now(), :e_version + 1)
on conflict (id) do update set version = excluded.version, seq = excluded.seq, epoch = excluded.epoch,
    version_epoch = excluded.version_epoch, at = excluded.at, lifecycle = excluded.lifecycle,
    origin = excluded.origin, title = excluded.title, state = excluded.state, document = excluded.document,
    public_seq = coalesce(excluded.public_seq, entry.public_seq),
    public_at = coalesce(excluded.public_at, entry.public_at),
    public_version = coalesce(excluded.public_version, entry.public_version);
select '0' || substr(md5(random()::text || :id), 1, 25) as set \gset
insert into change_set (id, at, actor, role, via, session, label, reason, undoes, root, depth)
select 'cs_' || :set, now(), 'operator', 'operator', 'api', null, 'Changed ' || :e_title, null, null, coalesce(u.root, 'cs_' || :set), coalesce(u.depth + 1, 0)
from (select 1) one left join change_set u on u.id = null;
insert into history (id, version, seq, epoch, at, op, change_set, title, document, kind, lifecycle, origin, status,
    codes, targets, content)
values (:id, :e_version + 1, :c_seq + 1, :c_epoch, now(), 'update', 'cs_' || :set, :e_title, :e_document, 'organization', 'published',
    'sourced', null, '{}', '{}', :set);
update organization set acronym=acronym,alternate_names=alternate_names,city=city,closed_on=closed_on,country=country,county=county,created_at=created_at,description=description,figures=figures,founded_year=founded_year,latitude=latitude,lifecycle=lifecycle,locale=locale,longitude=longitude,name=name,origin=origin,phone=phone,population_served=population_served,postal_code=postal_code,public_email=public_email,review_at=review_at,review_note=review_note,review_state=review_state,sector=sector,sources=sources,state=state,street=street,tags=tags,updated_at=now(),url=url where id=:id;
update clock set seq = :c_seq + 1;
commit;
