-- Review: a case skipped, recalled, referred upwards, handed over; a claim broken or run out.
CREATE TABLE claim_marks (
  case_id CHAR(32) NOT NULL,
  login VARCHAR(32) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT pk_claim_marks PRIMARY KEY (case_id),
  CONSTRAINT fk_claim_marks_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_claim_marks_login FOREIGN KEY(login) REFERENCES staff (login)
)
;;
DROP TRIGGER case_events_before
;;
CREATE TRIGGER case_events_before BEFORE INSERT ON case_events BEGIN
  SELECT CASE
    WHEN NEW.n <> coalesce((SELECT n FROM case_now WHERE case_id = NEW.case_id), 0) + 1
      THEN RAISE(ABORT, 'D-VERSION case_events: not the next event of the case')
    WHEN NEW.from_state <> coalesce((SELECT state FROM case_now WHERE case_id = NEW.case_id), '')
      THEN RAISE(ABORT, 'D-STAGE case_events: the case stands elsewhere')
    WHEN NOT EXISTS (SELECT 1 FROM transitions WHERE from_state = NEW.from_state
                     AND kind = NEW.kind AND to_state = NEW.to_state)
      THEN RAISE(ABORT, 'D-STAGE case_events: no such move')
    WHEN NOT EXISTS (SELECT 1 FROM permissions p JOIN staff_roles r ON r.role = p.role
                     JOIN staff s ON s.login = r.login AND s.active = 1
                     WHERE p.kind = NEW.kind AND r.login = NEW.actor)
      THEN RAISE(ABORT, 'D-ROLE case_events: not this person')
    WHEN NEW.kind IN ('case.claimed', 'case.approved', 'case.returned', 'case.refused')
      AND NEW.actor = (SELECT accepted_by FROM case_now WHERE case_id = NEW.case_id)
      THEN RAISE(ABORT, 'R50 case_events: who accepted may not review')
    WHEN NEW.kind IN ('case.approved', 'case.returned', 'case.refused')
      AND NEW.actor IS NOT (SELECT claimed_by FROM case_now WHERE case_id = NEW.case_id)
      THEN RAISE(ABORT, 'D-ROLE case_events: claimed by somebody else')
    WHEN NEW.kind = 'case.claimed' AND EXISTS (SELECT 1 FROM case_events e
        WHERE e.case_id = NEW.case_id AND e.kind = 'case.referred' AND e.actor = NEW.actor
          AND e.n > coalesce((SELECT max(n) FROM case_events
            WHERE case_id = NEW.case_id AND kind = 'case.returned'), 0))
      THEN RAISE(ABORT, 'R50 case_events: who referred it upwards does not decide it')
    WHEN NEW.kind = 'case.recalled'
      AND NEW.actor IS NOT (SELECT decided_by FROM case_now WHERE case_id = NEW.case_id)
      THEN RAISE(ABORT, 'D-ROLE case_events: decided by somebody else')
    WHEN NEW.kind = 'case.released'
      AND NEW.actor IS NOT (SELECT claimed_by FROM case_now WHERE case_id = NEW.case_id)
      AND NOT EXISTS (SELECT 1 FROM staff_roles
        WHERE login = NEW.actor AND role = 'supervisor')
      AND NOT EXISTS (SELECT 1 FROM case_now WHERE case_id = NEW.case_id
        AND julianday(NEW.at) - julianday(claimed_at) > 10.0 / 1440)
      THEN RAISE(ABORT, 'D-ROLE case_events: claimed by somebody else')
    WHEN NEW.kind = 'case.handed_over' AND NOT EXISTS (
        SELECT 1 FROM staff s JOIN staff_roles r ON r.login = s.login AND r.role = 'approver'
        JOIN case_now c ON c.case_id = NEW.case_id
        WHERE s.login = json_extract(NEW.data, '$.to') AND s.active
          AND s.login IS NOT c.accepted_by)
      THEN RAISE(ABORT, 'R50 case_events: that person may not review it')
    WHEN NEW.kind = 'case.handed_over'
      AND NEW.actor IS NOT (SELECT claimed_by FROM case_now WHERE case_id = NEW.case_id)
      AND NOT EXISTS (SELECT 1 FROM staff_roles
        WHERE login = NEW.actor AND role = 'supervisor')
      AND (json_extract(NEW.data, '$.to') <> NEW.actor OR NEW.actor IS NOT (
        SELECT actor FROM case_events WHERE case_id = NEW.case_id
          AND kind = 'case.handed_over' ORDER BY n DESC LIMIT 1))
      THEN RAISE(ABORT, 'D-ROLE case_events: claimed by somebody else')
  END;
END
;;
DROP TRIGGER case_events_after
;;
CREATE TRIGGER case_events_after AFTER INSERT ON case_events BEGIN
  INSERT INTO case_now (case_id, state, n, round)
    SELECT NEW.case_id, '', 0, 0 WHERE NEW.n = 1;
  UPDATE case_now SET
    state = NEW.to_state,
    n = NEW.n,
    round = round + (NEW.kind = 'case.supplemented' AND NEW.from_state = 'returned'),
    item_code = coalesce(NEW.item_code, item_code),
    lane = coalesce(NEW.lane, lane),
    due_at = coalesce(NEW.due_at, due_at),
    ticket_at = CASE WHEN NEW.kind = 'ticket.drawn' THEN NEW.at ELSE ticket_at END,
    called_window = CASE WHEN NEW.kind = 'ticket.called' THEN NEW.window
      WHEN NEW.kind IN ('ticket.no_show', 'ticket.parked') THEN NULL ELSE called_window END,
    called_at = CASE WHEN NEW.kind = 'ticket.called' THEN NEW.at
      WHEN NEW.kind IN ('ticket.no_show', 'ticket.parked') THEN NULL ELSE called_at END,
    accepted_at = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW.at
      ELSE accepted_at END,
    accepted_by = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW.actor
      ELSE accepted_by END,
    accepted_window = CASE WHEN NEW.kind IN ('case.accepted', 'case.seized') THEN NEW.window
      ELSE accepted_window END,
    claimed_by = CASE WHEN NEW.kind = 'case.claimed' THEN NEW.actor
      WHEN NEW.kind = 'case.handed_over' THEN json_extract(NEW.data, '$.to')
      WHEN NEW.kind IN ('case.released', 'case.returned', 'case.approved', 'case.refused')
        OR NEW.to_state = 'accepted' THEN NULL
      WHEN NEW.kind = 'case.recalled' THEN NEW.actor ELSE claimed_by END,
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
  DELETE FROM unit_slots WHERE case_id = NEW.case_id
    AND NEW.to_state IN ('registered', 'refused', 'withdrawn', 'not_accepted');
END
