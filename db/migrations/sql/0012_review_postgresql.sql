-- Review: a case skipped, recalled, referred upwards, handed over; a claim broken or run out.
CREATE TABLE claim_marks (
  case_id UUID NOT NULL,
  login VARCHAR(32) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_claim_marks PRIMARY KEY (case_id),
  CONSTRAINT fk_claim_marks_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_claim_marks_login FOREIGN KEY(login) REFERENCES staff (login)
)
;;
CREATE OR REPLACE FUNCTION case_events_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  held case_now;
  last_at timestamptz;
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  SELECT * INTO held FROM case_now WHERE case_id = NEW.case_id FOR UPDATE;
  IF NEW.n <> coalesce(held.n, 0) + 1 THEN
    PERFORM desk_refuse('D-VERSION case_events: not the next event of the case');
  END IF;
  IF NEW.from_state <> coalesce(held.state, '') THEN
    PERFORM desk_refuse('D-STAGE case_events: the case stands elsewhere');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM permissions p JOIN staff_roles r ON r.role = p.role
                 JOIN staff s ON s.login = r.login AND s.active
                 WHERE p.kind = NEW.kind AND r.login = NEW.actor) THEN
    PERFORM desk_refuse('D-ROLE case_events: not this person');
  END IF;
  IF NEW.kind IN ('case.claimed', 'case.approved', 'case.returned', 'case.refused')
     AND NEW.actor = held.accepted_by THEN
    PERFORM desk_refuse('R50 case_events: who accepted may not review');
  END IF;
  IF NEW.kind IN ('case.approved', 'case.returned', 'case.refused')
     AND NEW.actor IS DISTINCT FROM held.claimed_by THEN
    PERFORM desk_refuse('D-ROLE case_events: claimed by somebody else');
  END IF;
  IF NEW.kind = 'case.claimed' AND EXISTS (SELECT 1 FROM case_events e
      WHERE e.case_id = NEW.case_id AND e.kind = 'case.referred' AND e.actor = NEW.actor
        AND e.n > coalesce((SELECT max(n) FROM case_events
          WHERE case_id = NEW.case_id AND kind = 'case.returned'), 0)) THEN
    PERFORM desk_refuse('R50 case_events: who referred it upwards does not decide it');
  END IF;
  IF NEW.kind = 'case.recalled' AND NEW.actor IS DISTINCT FROM held.decided_by THEN
    PERFORM desk_refuse('D-ROLE case_events: decided by somebody else');
  END IF;
  IF NEW.kind = 'case.released' AND NEW.actor IS DISTINCT FROM held.claimed_by
     AND NEW.at - held.claimed_at <= interval '10 minutes'
     AND NOT EXISTS (SELECT 1 FROM staff_roles
       WHERE login = NEW.actor AND role = 'supervisor') THEN
    PERFORM desk_refuse('D-ROLE case_events: claimed by somebody else');
  END IF;
  IF NEW.kind = 'case.handed_over' THEN
    IF NOT EXISTS (
        SELECT 1 FROM staff s JOIN staff_roles r ON r.login = s.login AND r.role = 'approver'
        WHERE s.login = NEW.data::json ->> 'to' AND s.active
          AND s.login IS DISTINCT FROM held.accepted_by) THEN
      PERFORM desk_refuse('R50 case_events: that person may not review it');
    END IF;
    IF NEW.actor IS DISTINCT FROM held.claimed_by
       AND NOT EXISTS (SELECT 1 FROM staff_roles
         WHERE login = NEW.actor AND role = 'supervisor')
       AND (NEW.data::json ->> 'to' <> NEW.actor OR NEW.actor IS DISTINCT FROM (
         SELECT actor FROM case_events WHERE case_id = NEW.case_id
           AND kind = 'case.handed_over' ORDER BY n DESC LIMIT 1)) THEN
      PERFORM desk_refuse('D-ROLE case_events: claimed by somebody else');
    END IF;
  END IF;
  IF NEW.n > 1 THEN  -- a clock that steps back never reorders the events of a case
    SELECT at INTO last_at FROM case_events WHERE case_id = NEW.case_id AND n = NEW.n - 1;
    NEW.at := greatest(NEW.at, last_at);
  END IF;
  RETURN NEW;
END $$
;;
CREATE OR REPLACE FUNCTION case_events_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.n = 1 THEN
    INSERT INTO case_now (case_id, state, n, round) VALUES (NEW.case_id, '', 0, 0);
  END IF;
  UPDATE case_now SET
    state = NEW.to_state,
    n = NEW.n,
    round = round + (NEW.kind = 'case.supplemented' AND NEW.from_state = 'returned')::int,
    item_code = coalesce(NEW.item_code, item_code),
    lane = coalesce(NEW.lane, lane),
    due_at = coalesce(NEW.due_at, due_at),
    ticket_at = CASE WHEN NEW.kind = 'ticket.drawn' THEN NEW.at ELSE ticket_at END,
    called_window = CASE WHEN NEW.kind = 'ticket.called' THEN NEW."window"
      WHEN NEW.kind IN ('ticket.no_show', 'ticket.parked') THEN NULL ELSE called_window END,
    called_at = CASE WHEN NEW.kind = 'ticket.called' THEN NEW.at
      WHEN NEW.kind IN ('ticket.no_show', 'ticket.parked') THEN NULL ELSE called_at END,
    accepted_at = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW.at
      ELSE accepted_at END,
    accepted_by = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW.actor
      ELSE accepted_by END,
    accepted_window = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW."window"
      ELSE accepted_window END,
    claimed_by = CASE WHEN NEW.kind IN ('case.claimed', 'case.recalled') THEN NEW.actor
      WHEN NEW.kind = 'case.handed_over' THEN NEW.data::json ->> 'to'
      WHEN NEW.kind IN ('case.released', 'case.returned', 'case.approved', 'case.refused')
        OR NEW.to_state = 'accepted' THEN NULL ELSE claimed_by END,
    claimed_at = CASE WHEN NEW.kind IN ('case.claimed', 'case.recalled', 'case.handed_over')
      THEN NEW.at
      WHEN NEW.kind IN ('case.released', 'case.returned', 'case.approved', 'case.refused')
        OR NEW.to_state = 'accepted' THEN NULL ELSE claimed_at END,
    decided_by = CASE WHEN NEW.kind IN ('case.approved', 'case.refused', 'case.returned')
      THEN NEW.actor ELSE decided_by END,
    paused_at = CASE WHEN NEW.kind = 'case.paused' THEN NEW.at
      WHEN NEW.kind = 'case.resumed' THEN NULL ELSE paused_at END,
    registered_at = CASE WHEN NEW.kind IN ('case.registered', 'case.seized') THEN NEW.at
      ELSE registered_at END,
    ended_at = CASE WHEN NEW.to_state IN ('issued', 'refused', 'withdrawn', 'not_accepted')
      AND NEW.from_state <> NEW.to_state THEN NEW.at ELSE ended_at END
  WHERE case_id = NEW.case_id;
  IF NEW.to_state IN ('registered', 'refused', 'withdrawn', 'not_accepted') THEN
    DELETE FROM unit_slots WHERE case_id = NEW.case_id;
  END IF;
  PERFORM pg_notify('desk', 'case ' || NEW.case_id::text || ' ' || NEW.to_state);
  RETURN NULL;
END $$
