-- Each order that a list can be asked for, both ways: what may be absent stands last either way, and so takes two.
-- A test asks these of every kind.
create index organization_by_city on organization (city_key, id);
create index organization_by_city_down on organization (city_key desc nulls last, id desc);
create index organization_by_state on organization (state, id);
create index organization_by_state_down on organization (state desc nulls last, id desc);
create index organization_by_latitude on organization (latitude, id);
create index organization_by_latitude_down on organization (latitude desc nulls last, id desc);
create index organization_by_longitude on organization (longitude, id);
create index organization_by_longitude_down on organization (longitude desc nulls last, id desc);
create index organization_by_population on organization (population_served, id);
create index organization_by_population_down on organization (population_served desc nulls last, id desc);
create index organization_by_founding on organization (founded_year, id);
create index organization_by_founding_down on organization (founded_year desc nulls last, id desc);
create index organization_by_end on organization (closed_on_day, id);
create index organization_by_end_down on organization (closed_on_day desc nulls last, id desc);
create index organization_by_review on organization (review_at, id);
create index organization_by_review_down on organization (review_at desc nulls last, id desc);
create index organization_county on organization (county);

create index convening_updated on convening (updated_at, id);
create index convening_by_start_down on convening (starts_on desc nulls last, id desc);
create index convening_by_end on convening (ends_on, id);
create index convening_by_end_down on convening (ends_on desc nulls last, id desc);
create index convening_by_status on convening (status, id);
create index convening_by_status_down on convening (status desc nulls last, id desc);
create index convening_by_city on convening (city_key, id);
create index convening_by_city_down on convening (city_key desc nulls last, id desc);
create index convening_by_state on convening (state, id);
create index convening_by_state_down on convening (state desc nulls last, id desc);
create index convening_by_participants on convening (expected_participants, id);
create index convening_by_participants_down on convening (expected_participants desc nulls last, id desc);
create index convening_by_review on convening (review_at, id);
create index convening_by_review_down on convening (review_at desc nulls last, id desc);
create index convening_tags on convening using gin (tags);

-- What is counted, jumped over and told in facets is read from an index alone: every list asks for the lifecycle too.
drop index organization_created, organization_name, organization_state, organization_sector, organization_locale;
create index organization_created on organization (created_at, id) include (lifecycle);
create index organization_name on organization (name_key, id) include (lifecycle);
create index organization_state on organization (state, name_key, id) include (lifecycle);
create index organization_sector on organization (sector, name_key, id) include (lifecycle);
create index organization_locale on organization (locale, name_key, id) include (lifecycle);
