-- What providers offer: categories, programmes, places by weekday session, courses. With :organisation none, of all providers.

-- name: offer_categories
-- The authority's own, in its own order, as they stand on :day.
select id, name, description, weeks_max, key_stages, full_time, dual_registration_required, treatment_plan_required
from offer_category
where authority_id = :authority and from_day <= :day and (to_day is null or to_day >= :day)
order by position, id;

-- name: insert_offer_category
insert into offer_category (authority_id, id, name, description, position, weeks_max, key_stages, full_time,
                            dual_registration_required, treatment_plan_required, from_day)
values (:authority, :id, :name, :description, :position, :weeks_max, :key_stages, :full_time,
        :dual_registration_required, :treatment_plan_required, :from_day)
on conflict do nothing;

-- name: programmes
select id, organisation_id, site_id, offer_category_id, name, description, attendance, weeks_max, focus, age_from, age_to,
       sex, needs, price_pence, price_unit, session_minutes, from_day, to_day, version
from programme
where authority_id = :authority and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
order by organisation_id, name, id;

-- name: programme_by_id
select id, organisation_id, site_id, offer_category_id, name, description, attendance, weeks_max, focus, age_from, age_to,
       sex, needs, price_pence, price_unit, session_minutes, from_day, to_day, version
from programme
where authority_id = :authority and id = :programme;

-- name: capacities
select c.programme_id, c.weekday, c.session, c.places
from capacity c
join programme p on p.authority_id = c.authority_id and p.id = c.programme_id
where c.authority_id = :authority and (cast(:organisation as uuid) is null or p.organisation_id = cast(:organisation as uuid));

-- name: courses
select c.programme_id, c.subject, c.accreditation, c.level
from course c
join programme p on p.authority_id = c.authority_id and p.id = c.programme_id
where c.authority_id = :authority and (cast(:organisation as uuid) is null or p.organisation_id = cast(:organisation as uuid))
order by c.programme_id, c.subject, c.id;

-- name: insert_programme
insert into programme (authority_id, id, organisation_id, site_id, offer_category_id, name, description, attendance, weeks_max,
                       focus, age_from, age_to, sex, needs, price_pence, price_unit, session_minutes, from_day, to_day,
                       created_at, created_by)
values (:authority, :id, :organisation, :site, :category, :name, :description, :attendance, :weeks_max,
        :focus, :age_from, :age_to, :sex, :needs, :price, :price_unit, :session_minutes, :from_day, :to_day,
        :now, :actor);

-- name: update_programme
update programme
set site_id = :site, offer_category_id = :category, name = :name, description = :description, attendance = :attendance,
    weeks_max = :weeks_max, focus = :focus, age_from = :age_from, age_to = :age_to, sex = :sex, needs = :needs,
    price_pence = :price, price_unit = :price_unit, session_minutes = :session_minutes, from_day = :from_day, to_day = :to_day,
    version = version + 1
where authority_id = :authority and id = :id and organisation_id = :organisation and version = :seen_version;

-- name: set_capacity
insert into capacity (authority_id, programme_id, weekday, session, places)
values (:authority, :programme, :weekday, :session, :places)
on conflict (authority_id, programme_id, weekday, session) do update set places = excluded.places;

-- name: remove_capacity
delete from capacity
where authority_id = :authority and programme_id = :programme and weekday = :weekday and session = :session;

-- name: remove_courses
delete from course where authority_id = :authority and programme_id = :programme;

-- name: insert_course
insert into course (authority_id, id, programme_id, subject, accreditation, level)
values (:authority, :id, :programme, :subject, :accreditation, :level);
