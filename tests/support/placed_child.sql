-- A child in a place, with as little around it as the schema asks for.

-- name: insert_organisation
insert into organisation (authority_id, id, kind, name, created_at) values (:authority, :id, :kind, :name, :now) on conflict do nothing;

-- name: insert_provider
insert into provider (authority_id, organisation_id, registration, created_at) values (:authority, :id, 'unregistered', :now);

-- name: insert_site
insert into site (authority_id, id, organisation_id, name, address, created_at) values (:authority, :id, :provider, 'Farm', 'Greenways Lane', :now);

-- name: insert_category
insert into offer_category (authority_id, id, name, description, position, from_day)
values (:authority, 'vocational', 'Vocational', 'Practical courses', 1, :today) on conflict do nothing;

-- name: insert_programme
insert into programme (authority_id, id, organisation_id, site_id, offer_category_id, name, attendance, focus, age_from, age_to, price_pence,
                       price_unit, from_day, created_at)
values (:authority, :id, :provider, :site, 'vocational', 'Farm days', 'part_time', 'reintegration', 11, 16, 4800, 'session', :from_day, :now);

-- name: insert_pupil
insert into pupil (authority_id, id, reference, first_name, last_name, known_as, born, sex, home_authority_id, search_text, created_at)
values (:authority, :id, :reference, 'Kai', 'Mercer', 'Kai', :born, 'male', :authority, 'kai mercer', :now);

-- name: insert_placement
insert into placement (authority_id, id, pupil_id, programme_id, organisation_id, commissioner_id, funder_id, legal_basis, purpose, from_day,
                       expected_end, state, registration, price_pence, price_unit, started_on, roll_school_id, created_at, created_by)
values (:authority, :id, :pupil, :programme, :provider, :commissioner, :commissioner, 's19_other', 'Find out what helps', :from_day, :to_day,
        'active', 'stays_on_roll', 4800, 'session', :from_day, :school, :now, :actor);

-- name: insert_access
insert into pupil_access (authority_id, id, pupil_id, organisation_id, kind, about_id, from_day, created_at)
values (:authority, :placement, :pupil, :provider, 'placed', :placement, :from_day, :now);

-- name: insert_expected
insert into expected_session (authority_id, pupil_id, day, session, placement_id, organisation_id, site_id)
values (:authority, :pupil, :day, :session, :placement, :provider, :site);

-- name: authority_team
select id from organisation where authority_id = :authority and kind = 'authority_team';
