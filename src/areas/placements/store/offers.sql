-- Places asked for: who was asked, for which sessions, and what they answered.

-- fragment: columns
o.id, o.referral_id, o.pupil_id, o.programme_id, o.organisation_id, o.state, o.needs_summary, o.start_on, o.weeks, o.price_pence,
o.price_unit, o.reply_by, o.answer_reason, o.question, o.question_answer, o.answered_at, o.created_at, o.created_by, o.version,
p.reference as pupil_reference, p.known_as, p.last_name, r.reference as referral_reference, provider.name as provider_name,
g.name as programme_name, g.session_minutes, site.name as site_name, sender.name as sent_by

-- fragment: joined
from place_offer o
join pupil p on p.authority_id = o.authority_id and p.id = o.pupil_id
join referral r on r.authority_id = o.authority_id and r.id = o.referral_id
join organisation provider on provider.authority_id = o.authority_id and provider.id = o.organisation_id
join programme g on g.authority_id = o.authority_id and g.id = o.programme_id
left join site on site.authority_id = g.authority_id and site.id = g.site_id
left join app_user sender on sender.authority_id = o.authority_id and sender.id = o.created_by

-- name: insert_offer
insert into place_offer (authority_id, id, referral_id, pupil_id, programme_id, organisation_id, state, needs_summary, start_on, weeks,
                         price_pence, price_unit, reply_by, created_at, created_by)
values (:authority, :id, :referral, :pupil, :programme, :provider, 'sent', :needs_summary, :start_on, :weeks,
        :price, :price_unit, :reply_by, :now, :actor);

-- name: insert_offer_session
insert into offer_session (authority_id, place_offer_id, weekday, session)
values (:authority, :offer, :weekday, :session);

-- name: offer_sessions
select weekday, session from offer_session where authority_id = :authority and place_offer_id = :offer;

-- name: offer_by_id
select
-- include: placements/store/offers.sql#columns
-- include: placements/store/offers.sql#joined
where o.authority_id = :authority and o.id = :offer;

-- name: offers_of_referral
select
-- include: placements/store/offers.sql#columns
-- include: placements/store/offers.sql#joined
where o.authority_id = :authority and o.referral_id = :referral
order by o.created_at desc, o.id desc;

-- name: list_offers
-- Those that wait for an answer first, the nearest reply date first; then the latest answered.
select
-- include: placements/store/offers.sql#columns
-- include: placements/store/offers.sql#joined
where o.authority_id = :authority
  and (cast(:provider as uuid) is null or o.organisation_id = cast(:provider as uuid))
  and (cast(:open_only as integer) = 0 or o.state in ('sent', 'question_asked'))
  and
-- include: pupils/store/access.sql#visible_to
order by case when o.state in ('sent', 'question_asked') then 0 else 1 end,
         case when o.state in ('sent', 'question_asked') then o.reply_by end, o.created_at desc, o.id;

-- name: count_open_offers
select count(*) as count from place_offer
where authority_id = :authority and referral_id = :referral and state in ('sent', 'question_asked');

-- name: answer_offer
update place_offer
set state = :state, answer_reason = :reason, answered_at = :now, answered_by = :actor, version = version + 1
where authority_id = :authority and id = :offer and version = :seen_version and state in ('sent', 'question_asked');

-- name: ask_question
update place_offer set state = 'question_asked', question = :question, question_answer = null, version = version + 1
where authority_id = :authority and id = :offer and version = :seen_version and state in ('sent', 'question_asked');

-- name: answer_question
update place_offer set state = 'sent', question_answer = :answer, version = version + 1
where authority_id = :authority and id = :offer and version = :seen_version and state = 'question_asked';

-- name: put_aside
insert into shortlist_set_aside (authority_id, referral_id, programme_id, reason, created_at, created_by)
values (:authority, :referral, :programme, :reason, :now, :actor)
on conflict (authority_id, referral_id, programme_id) do update set reason = excluded.reason, created_at = excluded.created_at, created_by = excluded.created_by;

-- name: take_back
delete from shortlist_set_aside where authority_id = :authority and referral_id = :referral and programme_id = :programme;

-- name: set_aside_for
select s.programme_id, s.reason, u.name as created_by_name
from shortlist_set_aside s
left join app_user u on u.authority_id = s.authority_id and u.id = s.created_by
where s.authority_id = :authority and s.referral_id = :referral;
