-- The child and the record around them.

-- fragment: answering_roll
-- The roll that answers for the child today: the single or main one before a second school or a guest place.
select roll.id from enrolment roll
where roll.authority_id = p.authority_id and roll.pupil_id = p.id and roll.from_day <= :today
  and (roll.to_day is null or roll.to_day >= :today)
order by case roll.status when 'current_single' then 1 when 'current_main' then 1 when 'current_subsidiary' then 2 else 3 end,
         roll.from_day desc, roll.id desc
limit 1

-- fragment: roll_of_today
-- The same roll, its columns read from enrolment_by_pupil: in force, and no other in force comes before it.
left join enrolment e on e.authority_id = p.authority_id and e.pupil_id = p.id and e.from_day <= :today
  and (e.to_day is null or e.to_day >= :today)
  and not exists (
    select 1 from enrolment better
    where better.authority_id = e.authority_id and better.pupil_id = e.pupil_id and better.from_day <= :today
      and (better.to_day is null or better.to_day >= :today) and better.id <> e.id
      and (case better.status when 'current_single' then 1 when 'current_main' then 1 when 'current_subsidiary' then 2 else 3 end
             < case e.status when 'current_single' then 1 when 'current_main' then 1 when 'current_subsidiary' then 2 else 3 end
           or (case better.status when 'current_single' then 1 when 'current_main' then 1 when 'current_subsidiary' then 2 else 3 end
                 = case e.status when 'current_single' then 1 when 'current_main' then 1 when 'current_subsidiary' then 2 else 3 end
               and (better.from_day, better.id) > (e.from_day, e.id))))
left join organisation school on school.authority_id = e.authority_id and school.id = e.organisation_id

-- fragment: summary_columns
p.id, p.reference, p.known_as, p.first_name, p.last_name, p.pronouns, p.born, p.address_protected,
e.year_group, e.organisation_id as school_id, school.name as school_name,
(select sen.provision from sen_record sen
 where sen.authority_id = p.authority_id and sen.pupil_id = p.id and sen.from_day <= :today
   and (sen.to_day is null or sen.to_day >= :today)
 order by sen.from_day desc, sen.id desc limit 1) as sen_provision,
(select count(*) from circumstance care
 where care.authority_id = p.authority_id and care.pupil_id = p.id and care.kind = 'looked_after'
   and care.from_day <= :today and (care.to_day is null or care.to_day >= :today)) as looked_after

-- name: summary_by_reference
select
-- include: pupils/store/pupils.sql#summary_columns
from pupil p
-- include: pupils/store/pupils.sql#roll_of_today
where p.authority_id = :authority and p.reference = :reference;

-- name: summary_by_id
select
-- include: pupils/store/pupils.sql#summary_columns
from pupil p
-- include: pupils/store/pupils.sql#roll_of_today
where p.authority_id = :authority and p.id = :pupil;

-- name: pupil_by_id
select p.id, p.reference, p.upn, p.former_upn, p.uln, p.first_name, p.last_name, p.known_as, p.pronouns, p.born, p.sex,
       p.ethnicity, p.first_language, p.address, p.postcode, p.address_protected, p.home_authority_id, p.one_page_words, p.version
from pupil p
where p.authority_id = :authority and p.id = :pupil;

-- name: insert_pupil
insert into pupil (authority_id, id, reference, upn, former_upn, uln, first_name, last_name, known_as, pronouns, born, sex,
                   ethnicity, first_language, address, postcode, address_protected, home_authority_id, one_page_words,
                   search_text, created_at, created_by)
values (:authority, :id, :reference, :upn, :former_upn, :uln, :first_name, :last_name, :known_as, :pronouns, :born, :sex,
        :ethnicity, :first_language, :address, :postcode, :address_protected, :home_authority, :one_page_words,
        :search_text, :now, :actor)
on conflict do nothing;

-- name: add_words
-- On SQLite, where the full-text index is a table of its own: what its view says of the child that was just added.
-- engine: sqlite
insert into pupil_words (words, id) select words, id from pupil_words_fill where authority_id = :authority and id = :pupil;
-- engine: postgres
delete from pupil where authority_id = :authority and id = :pupil and false;
-- engine: both

-- name: set_one_page_words
update pupil set one_page_words = :words, version = version + 1 where authority_id = :authority and id = :pupil;

-- name: candidates
-- Children who may be the one somebody is about to add: the same number, the same birthday, or the same names.
select
-- include: pupils/store/pupils.sql#summary_columns
, p.upn, p.former_upn
from pupil p
-- include: pupils/store/pupils.sql#roll_of_today
where p.authority_id = :authority
  and (p.upn = :upn or p.former_upn = :upn or p.born = :born
       or p.search_text like :names or p.search_text like :names_reversed)
order by p.last_name, p.known_as, p.id
limit 200;

-- fragment: named_so
-- Children with a name that begins with each word typed (words_to_find), or with that very reference or UPN.
p.id in (
-- engine: sqlite
    select id from pupil_words where pupil_words match coalesce(:words, '""')
-- engine: postgres
    select found.id from pupil found where found.search_words @@ cast(:words as tsquery)
-- engine: both
    union all
    select id from pupil where authority_id = :authority and reference = :number
    union all
    select id from pupil where authority_id = :authority and upn = :number
)

-- fragment: listed
-- Whom the person may see, with the filters of the list. A child's roll is looked up only where somebody filters by it.
-- include: pupils/store/access.sql#visible_to
  and ((cast(:school as uuid) is null and cast(:year_group as integer) is null) or exists (
    select 1 from enrolment e
    where e.authority_id = p.authority_id and e.id = (
-- include: pupils/store/pupils.sql#answering_roll
        )
      and (cast(:school as uuid) is null or e.organisation_id = cast(:school as uuid))
      and (cast(:year_group as integer) is null or e.year_group = cast(:year_group as integer))))

-- fragment: listed_columns
p.authority_id, p.id, p.reference, p.known_as, p.first_name, p.last_name, p.pronouns, p.born, p.address_protected

-- fragment: in_order
-- SQLite walks the page as it stands, in its order, and would sort it once more if it were asked to.
-- engine: postgres
order by p.last_name, p.known_as, p.id
-- engine: both

-- name: count_listed
select count(*) as count from pupil p
where p.authority_id = :authority and
-- include: pupils/store/pupils.sql#listed

-- name: page_of_pupils
-- So many children, after so many, by name. What is shown of a child is looked up for those alone.
select
-- include: pupils/store/pupils.sql#summary_columns
from (
    select
-- include: pupils/store/pupils.sql#listed_columns
    from pupil p
    where p.authority_id = :authority and
-- include: pupils/store/pupils.sql#listed
    order by p.last_name, p.known_as, p.id
    limit :rows offset :skipped
) p
-- include: pupils/store/pupils.sql#roll_of_today
-- include: pupils/store/pupils.sql#in_order

-- name: count_named
select count(*) as count from pupil p
where p.authority_id = :authority and
-- include: pupils/store/pupils.sql#named_so
  and
-- include: pupils/store/pupils.sql#listed

-- name: page_of_named
-- The same of those whom somebody looks for by words. They are found by the index, so their number follows what is found.
select
-- include: pupils/store/pupils.sql#summary_columns
from (
    select
-- include: pupils/store/pupils.sql#listed_columns
    from pupil p
    where p.authority_id = :authority and
-- include: pupils/store/pupils.sql#named_so
      and
-- include: pupils/store/pupils.sql#listed
    order by p.last_name, p.known_as, p.id
    limit :rows offset :skipped
) p
-- include: pupils/store/pupils.sql#roll_of_today
-- include: pupils/store/pupils.sql#in_order

-- name: schools_of_visible
-- The schools to filter by: those whose roll a child stands on whom the person may see. The first such child is enough.
select school.id, school.name
from organisation school
where school.authority_id = :authority and exists (
    select 1 from enrolment e
    join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
    where e.authority_id = school.authority_id and e.organisation_id = school.id
      and e.from_day <= :today and (e.to_day is null or e.to_day >= :today)
      and e.id = (
-- include: pupils/store/pupils.sql#answering_roll
        )
      and
-- include: pupils/store/access.sql#visible_to
    )
order by school.name, school.id;

-- name: enrolments_of
select e.id, e.organisation_id, o.name as school_name, e.status, e.year_group, e.from_day, e.to_day, e.leaving_ground
from enrolment e
join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
where e.authority_id = :authority and e.pupil_id = :pupil
order by e.from_day desc, e.id desc;

-- name: insert_enrolment
insert into enrolment (authority_id, id, pupil_id, organisation_id, status, year_group, from_day, to_day, created_at, created_by)
values (:authority, :id, :pupil, :school, :status, :year_group, :from, :to, :now, :actor);

-- name: end_enrolment
update enrolment set to_day = :to, leaving_ground = :ground, version = version + 1
where authority_id = :authority and id = :id and to_day is null and from_day <= :to;

-- name: sen_records_of
select provision, primary_need, secondary_need, from_day, to_day
from sen_record
where authority_id = :authority and pupil_id = :pupil
order by from_day desc, id desc;

-- name: end_sen_record
update sen_record set to_day = :to
where authority_id = :authority and pupil_id = :pupil and to_day is null and from_day <= :to;

-- name: insert_sen_record
insert into sen_record (authority_id, id, pupil_id, provision, primary_need, secondary_need, from_day, to_day, created_at, created_by)
values (:authority, :id, :pupil, :provision, :primary_need, :secondary_need, :from, :to, :now, :actor);

-- name: circumstances_of
select id, kind, note, from_day, to_day
from circumstance
where authority_id = :authority and pupil_id = :pupil
order by from_day desc, id desc;

-- name: insert_circumstance
insert into circumstance (authority_id, id, pupil_id, kind, note, from_day, to_day, created_at, created_by)
values (:authority, :id, :pupil, :kind, :note, :from, :to, :now, :actor);

-- name: end_circumstance
update circumstance set to_day = :to
where authority_id = :authority and pupil_id = :pupil and kind = :kind and to_day is null and from_day <= :to;

-- name: contacts_of
-- In the order to ring. Nobody may be contacted whom a restriction of today forbids to contact, whatever their row says.
select c.id, c.name, c.relation, c.parental_responsibility, c.telephone, c.email,
       c.may_contact and not exists (select 1 from contact_restriction forbidden
                                     where forbidden.authority_id = c.authority_id and forbidden.contact_id = c.id and forbidden.pupil_id = c.pupil_id
                                       and forbidden.kind = 'no_contact' and forbidden.from_day <= :today
                                       and (forbidden.to_day is null or forbidden.to_day >= :today)) as may_contact
from contact c
where c.authority_id = :authority and c.pupil_id = :pupil
order by c.position, c.id;

-- name: insert_contact
insert into contact (authority_id, id, pupil_id, name, relation, parental_responsibility, may_contact, telephone, email,
                     position, created_at, created_by)
values (:authority, :id, :pupil, :name, :relation, :parental_responsibility, :may_contact, :telephone, :email,
        (select count(*) + 1 from contact before where before.authority_id = :authority and before.pupil_id = :pupil), :now, :actor);

-- name: exclusions_of
select x.id, x.organisation_id, o.name as school_name, x.kind, x.first_day, x.starts_session, x.sessions, x.reasons,
       x.status, x.version
from exclusion x
join organisation o on o.authority_id = x.authority_id and o.id = x.organisation_id
where x.authority_id = :authority and x.pupil_id = :pupil
order by x.first_day desc, x.id desc;

-- name: insert_exclusion
insert into exclusion (authority_id, id, pupil_id, organisation_id, kind, first_day, starts_session, sessions, reasons,
                       status, created_at, created_by)
values (:authority, :id, :pupil, :school, :kind, :first_day, :starts_session, :sessions, :reasons, :status, :now, :actor);

-- name: set_exclusion_status
update exclusion set status = :status, version = version + 1
where authority_id = :authority and id = :exclusion and pupil_id = :pupil and version = :seen_version;

-- name: reasons_to_see
-- Which organisations have, or had, a reason to see the child.
select a.kind, o.name as organisation_name, a.from_day, a.to_day
from pupil_access a
join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
where a.authority_id = :authority and a.pupil_id = :pupil
order by case when a.to_day is null or a.to_day >= :today then 0 else 1 end, a.from_day desc, a.id desc;

-- name: names_of_people
-- Names for the people of a child's timeline and view log.
select distinct u.id, u.name
from app_user u
where u.authority_id = :authority
  and u.id in (select v.actor from view_log v where v.authority_id = :authority and v.pupil_id = :pupil
               union select ev.actor from event ev where ev.authority_id = :authority and ev.pupil_id = :pupil)
union all
select c.id, c.name from contact c where c.authority_id = :authority and c.pupil_id = :pupil;
