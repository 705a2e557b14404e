-- Referrals as they are kept: one row each, with their reasons and the sections their writer has finished.

-- fragment: columns
r.id, r.reference, r.pupil_id, r.organisation_id, o.name as organisation_name, r.state, r.primary_reason,
r.requested_category, r.urgency, r.need_since, r.hours_now, r.what_was_tried, r.strengths, r.needs, r.risks,
r.child_view, r.child_view_method, r.family_view, r.family_told_on, r.declared_by, r.authority_told_on, r.sent_at,
r.decided_on, r.withdrawn_reason, r.with_role, r.created_by, r.version

-- name: referral_by_id
select
-- include: referrals/store/referrals.sql#columns
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
where r.authority_id = :authority and r.id = :referral;

-- name: reasons_of_referral
select reason from referral_reason where authority_id = :authority and referral_id = :referral order by reason;

-- name: set_referral_state
update referral
set state = :state, with_role = :with_role,
    decided_on = case when :state = 'decided' then cast(:today as date) else decided_on end,
    withdrawn_reason = coalesce(cast(:withdrawn_reason as text), withdrawn_reason),
    version = version + 1
where authority_id = :authority and id = :referral and version = :seen_version;

-- name: queue_ready_for_panel
-- All that waits for a panel, the most urgent and then the longest waiting first; the law's clocks are put before that by
-- the caller, who knows the calendars. The route is the last the clerk chose.
select r.id, r.reference, r.urgency, r.authority_told_on, r.sent_at, r.primary_reason, o.name as organisation_name,
       p.id as pupil_id, p.reference as pupil_reference, p.known_as, p.last_name, t.route
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
left join referral_triage t on t.authority_id = r.authority_id and t.referral_id = r.id
    and not exists (select 1 from referral_triage later where later.authority_id = t.authority_id
                    and later.referral_id = t.referral_id and later.id > t.id)
where r.authority_id = :authority and r.state = 'ready_for_panel'
order by case r.urgency when 'emergency' then 1 when 'soon' then 2 else 3 end, r.authority_told_on, r.sent_at, r.id;
