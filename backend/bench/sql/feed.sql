-- The hundred latest changes that follow a number, with their records.
\set after random(0, :last)
select json_agg(json_build_object('seq', c.public_seq, 'at', c.public_at, 'kind', c.kind, 'id', c.id, 'version', c.public_version,
    'record', c.document::json))
from (select * from entry where public_seq > :after order by public_seq limit 100) c;
