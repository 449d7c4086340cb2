-- Triggers of the first version on SQLite. Statements end with a line of two semicolons.
-- A refusal's text begins with its code; the program maps it (db/refusals.py).

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
  END;
END
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
      WHEN NEW.kind IN ('case.released', 'case.returned', 'case.approved', 'case.refused')
        OR NEW.to_state = 'accepted' THEN NULL
      WHEN NEW.kind = 'case.recalled' THEN NEW.actor ELSE claimed_by END,
    claimed_at = CASE WHEN NEW.kind IN ('case.claimed', 'case.recalled') THEN NEW.at
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
;;
CREATE TRIGGER case_now_insert BEFORE INSERT ON case_now
WHEN NEW.n <> 0 OR NEW.state <> '' OR NOT EXISTS (
  SELECT 1 FROM case_events WHERE case_id = NEW.case_id AND n = 1)
BEGIN SELECT RAISE(ABORT, 'D-FACT case_now: no event says so'); END
;;
CREATE TRIGGER case_now_update BEFORE UPDATE ON case_now
WHEN NEW.n <> OLD.n + 1 OR NOT EXISTS (
  SELECT 1 FROM case_events
  WHERE case_id = NEW.case_id AND n = NEW.n AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'D-FACT case_now: no event says so'); END
;;
CREATE TRIGGER case_now_delete BEFORE DELETE ON case_now
BEGIN SELECT RAISE(ABORT, 'D-FACT case_now: a case does not vanish'); END
;;
CREATE TRIGGER case_units_after AFTER INSERT ON case_units BEGIN
  DELETE FROM unit_slots WHERE case_id = NEW.case_id AND NEW.ord = 0;
  INSERT INTO unit_slots (case_id, unit_code, slot, accepted_at)
    SELECT NEW.case_id, NEW.unit_code, a.slot, c.accepted_at
    FROM applications a JOIN case_now c ON c.case_id = a.case_id
    WHERE a.case_id = NEW.case_id AND a.n = NEW.n
      AND c.state IN ('accepted', 'in_approval', 'returned', 'approved');
END
;;
CREATE TRIGGER unit_slots_insert BEFORE INSERT ON unit_slots
WHEN NOT EXISTS (SELECT 1 FROM case_units u JOIN applications a
  ON a.case_id = u.case_id AND a.n = u.n AND a.slot = NEW.slot
  WHERE u.case_id = NEW.case_id AND u.unit_code = NEW.unit_code)
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_slots: no application says so'); END
;;
CREATE TRIGGER unit_slots_update BEFORE UPDATE ON unit_slots
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_slots: kept by triggers alone'); END
;;
CREATE TRIGGER unit_slots_delete BEFORE DELETE ON unit_slots
WHEN (SELECT state FROM case_now WHERE case_id = OLD.case_id)
    IN ('accepted', 'in_approval', 'returned', 'approved')
  AND (SELECT max(n) FROM applications WHERE case_id = OLD.case_id) < 2
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_slots: the case is open'); END
;;
CREATE TRIGGER rights_after AFTER INSERT ON rights BEGIN
  INSERT INTO right_now (right_id, unit_code, right_type, page)
  VALUES (NEW.id, NEW.unit_code, NEW.right_type,
    CASE WHEN NEW.right_type IN ('19', '23', '92', '94', '96', '97', '98') THEN ''
      ELSE 'ownership' END);
END
;;
CREATE TRIGGER closings_before BEFORE INSERT ON closings
WHEN NOT EXISTS (SELECT 1 FROM right_now WHERE right_id = NEW.right_id)
BEGIN SELECT RAISE(ABORT, 'D-VERSION closings: the right is closed already'); END
;;
CREATE TRIGGER closings_after AFTER INSERT ON closings BEGIN
  DELETE FROM right_now WHERE right_id = NEW.right_id;
END
;;
CREATE TRIGGER right_now_insert BEFORE INSERT ON right_now
WHEN NOT EXISTS (SELECT 1 FROM rights WHERE id = NEW.right_id AND unit_code = NEW.unit_code
    AND right_type = NEW.right_type)
  OR EXISTS (SELECT 1 FROM closings WHERE right_id = NEW.right_id)
BEGIN SELECT RAISE(ABORT, 'D-FACT right_now: no entry says so'); END
;;
CREATE TRIGGER right_now_update BEFORE UPDATE ON right_now
BEGIN SELECT RAISE(ABORT, 'D-FACT right_now: kept by triggers alone'); END
;;
CREATE TRIGGER right_now_delete BEFORE DELETE ON right_now
WHEN NOT EXISTS (SELECT 1 FROM closings WHERE right_id = OLD.right_id)
BEGIN SELECT RAISE(ABORT, 'D-FACT right_now: no closing says so'); END
;;
CREATE TRIGGER unit_facts_before BEFORE INSERT ON unit_facts
WHEN NEW.n <> coalesce((SELECT n FROM unit_now WHERE code = NEW.unit_code), 0) + 1
BEGIN SELECT RAISE(ABORT, 'D-VERSION unit_facts: not the next facts of the unit'); END
;;
CREATE TRIGGER unit_facts_after AFTER INSERT ON unit_facts BEGIN
  INSERT INTO unit_now (code, n) VALUES (NEW.unit_code, NEW.n)
    ON CONFLICT (code) DO UPDATE SET n = excluded.n;
END
;;
CREATE TRIGGER unit_endings_after AFTER INSERT ON unit_endings BEGIN
  UPDATE unit_now SET ended_at = NEW.at WHERE code = NEW.unit_code;
END
;;
CREATE TRIGGER unit_locks_after AFTER INSERT ON unit_locks BEGIN
  UPDATE unit_now SET lock_reason = (
    SELECT l.reason FROM unit_locks l LEFT JOIN unit_unlocks u ON u.lock_id = l.id
    WHERE l.unit_code = NEW.unit_code AND u.lock_id IS NULL ORDER BY l.id DESC LIMIT 1)
  WHERE code = NEW.unit_code;
END
;;
CREATE TRIGGER unit_unlocks_after AFTER INSERT ON unit_unlocks BEGIN
  UPDATE unit_now SET lock_reason = (
    SELECT l.reason FROM unit_locks l LEFT JOIN unit_unlocks u ON u.lock_id = l.id
    WHERE l.unit_code = unit_now.code AND u.lock_id IS NULL ORDER BY l.id DESC LIMIT 1)
  WHERE code = (SELECT unit_code FROM unit_locks WHERE id = NEW.lock_id);
END
;;
CREATE TRIGGER unit_now_insert BEFORE INSERT ON unit_now
WHEN NOT EXISTS (SELECT 1 FROM unit_facts WHERE unit_code = NEW.code AND n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_now: no facts say so'); END
;;
CREATE TRIGGER unit_now_update BEFORE UPDATE ON unit_now
WHEN NEW.n <> (SELECT max(n) FROM unit_facts WHERE unit_code = NEW.code)
  OR NEW.ended_at IS NOT (SELECT at FROM unit_endings WHERE unit_code = NEW.code)
  OR NEW.lock_reason IS NOT (
    SELECT l.reason FROM unit_locks l LEFT JOIN unit_unlocks u ON u.lock_id = l.id
    WHERE l.unit_code = NEW.code AND u.lock_id IS NULL ORDER BY l.id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_now: no facts say so'); END
;;
CREATE TRIGGER unit_now_delete BEFORE DELETE ON unit_now
BEGIN SELECT RAISE(ABORT, 'D-FACT unit_now: a unit does not vanish'); END
;;
CREATE TRIGGER stock_moves_before BEFORE INSERT ON stock_moves
WHEN NEW.n <> coalesce((SELECT n FROM sheet_now WHERE serial = NEW.serial), 0) + 1
  OR NEW.from_place IS NOT (SELECT place FROM sheet_now WHERE serial = NEW.serial)
  OR NEW.kind <> coalesce((SELECT kind FROM sheet_now WHERE serial = NEW.serial), NEW.kind)
BEGIN SELECT RAISE(ABORT, 'D-STOCK stock_moves: the sheet lies elsewhere'); END
;;
CREATE TRIGGER stock_moves_after AFTER INSERT ON stock_moves BEGIN
  INSERT INTO sheet_now (serial, n, kind, place)
    VALUES (NEW.serial, NEW.n, NEW.kind, NEW.to_place)
    ON CONFLICT (serial) DO UPDATE SET n = excluded.n, place = excluded.place;
END
;;
CREATE TRIGGER sheet_now_insert BEFORE INSERT ON sheet_now
WHEN NOT EXISTS (SELECT 1 FROM stock_moves
  WHERE serial = NEW.serial AND n = NEW.n AND to_place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'D-FACT sheet_now: no move says so'); END
;;
CREATE TRIGGER sheet_now_update BEFORE UPDATE ON sheet_now
WHEN NEW.n <> OLD.n + 1 OR NEW.kind <> OLD.kind OR NOT EXISTS (
  SELECT 1 FROM stock_moves WHERE serial = NEW.serial AND n = NEW.n AND to_place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'D-FACT sheet_now: no move says so'); END
;;
CREATE TRIGGER sheet_now_delete BEFORE DELETE ON sheet_now
BEGIN SELECT RAISE(ABORT, 'D-FACT sheet_now: a sheet does not vanish'); END
;;
CREATE TRIGGER print_job_events_before BEFORE INSERT ON print_job_events
WHEN NEW.n <> coalesce((SELECT n FROM print_job_now WHERE job_id = NEW.job_id), 0) + 1
  OR coalesce((SELECT state FROM print_job_now WHERE job_id = NEW.job_id), '')
    || '>' || NEW.state NOT IN ('>reserved', 'reserved>sent', 'reserved>returned',
    'sent>printed', 'sent>spoilt', 'sent>returned', 'printed>spoilt')
BEGIN SELECT RAISE(ABORT, 'D-STAGE print_job_events: no such move'); END
;;
CREATE TRIGGER print_job_events_after AFTER INSERT ON print_job_events BEGIN
  INSERT INTO print_job_now (job_id, certificate_id, serial, window, n, state)
    SELECT j.id, j.certificate_id, j.serial, j.window, NEW.n, NEW.state
    FROM print_jobs j WHERE j.id = NEW.job_id
    ON CONFLICT (job_id) DO UPDATE SET n = excluded.n, state = excluded.state;
END
;;
CREATE TRIGGER print_job_now_insert BEFORE INSERT ON print_job_now
WHEN NOT EXISTS (SELECT 1 FROM print_job_events
  WHERE job_id = NEW.job_id AND n = NEW.n AND state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'D-FACT print_job_now: no event says so'); END
;;
CREATE TRIGGER print_job_now_update BEFORE UPDATE ON print_job_now
WHEN NEW.n <> OLD.n + 1 OR NEW.serial <> OLD.serial OR NEW.certificate_id <> OLD.certificate_id
  OR NOT EXISTS (SELECT 1 FROM print_job_events
    WHERE job_id = NEW.job_id AND n = NEW.n AND state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'D-FACT print_job_now: no event says so'); END
;;
CREATE TRIGGER print_job_now_delete BEFORE DELETE ON print_job_now
BEGIN SELECT RAISE(ABORT, 'D-FACT print_job_now: a job does not vanish'); END
;;
CREATE TRIGGER counters_update BEFORE UPDATE ON counters
WHEN NEW.last <> OLD.last + 1 OR NEW.series <> OLD.series OR NEW.period <> OLD.period
BEGIN SELECT RAISE(ABORT, 'D-FACT counters: a counter goes up by one'); END
;;
CREATE TRIGGER counters_delete BEFORE DELETE ON counters
BEGIN SELECT RAISE(ABORT, 'D-FACT counters: a counter does not vanish'); END
;;
