-- The fifty that follow a record of its state by name, as one JSON text.
\set n 1001000000 + 10000000 * random(0, :copies) + random(0, :loaded - 1)
select json_agg(e.document::json)
from organization p
cross join lateral (
    select o.id from organization o
    where o.state = p.state and o.lifecycle <> 'draft' and (o.name_key, o.id) > (p.name_key, p.id)
    order by o.name_key, o.id limit 50) page
join entry e on e.id = page.id
where p.id = 'org_01m88bench000000' || :n;
