-- Triggers of the first version on PostgreSQL. Statements end with a line of two semicolons.
-- A refusal's text begins with its code; the program maps it (db/refusals.py). No percent signs:
-- the driver would take them for places of parameters.

CREATE FUNCTION desk_kind() RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$ SELECT kind FROM birth WHERE id = 1 $$
;;
CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN desk_kind() = 'rehearsal'
    THEN coalesce(nullif(current_setting('desk.now', true), '')::timestamptz, now())
    ELSE now() END
$$
;;
-- A live centre goes by the login of the session; a login that several people share (one program
-- on one machine) names the person by a setting, as long as no person has that login.
CREATE FUNCTION desk_actor() RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN desk_kind() = 'live' AND EXISTS (SELECT 1 FROM staff WHERE login = session_user)
      THEN session_user::text
    ELSE coalesce(nullif(current_setting('desk.actor', true), ''), session_user::text) END
$$
;;
CREATE FUNCTION desk_refuse(message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = message;
END $$
;;
CREATE FUNCTION desk_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM desk_refuse('D-FACT ' || TG_TABLE_NAME || ': rows are only ever added');
  RETURN NULL;
END $$
;;
CREATE FUNCTION desk_only_triggers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    PERFORM desk_refuse('D-FACT ' || TG_TABLE_NAME || ': kept by triggers alone');
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$
;;
CREATE FUNCTION desk_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  RETURN NEW;
END $$
;;
CREATE FUNCTION desk_stamp_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := desk_now();
  RETURN NEW;
END $$
;;
CREATE FUNCTION case_events_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
  IF NEW.n > 1 THEN  -- a clock that steps back never reorders the events of a case
    SELECT at INTO last_at FROM case_events WHERE case_id = NEW.case_id AND n = NEW.n - 1;
    NEW.at := greatest(NEW.at, last_at);
  END IF;
  RETURN NEW;
END $$
;;
CREATE FUNCTION case_events_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
      WHEN NEW.kind IN ('case.released', 'case.returned', 'case.approved', 'case.refused')
        OR NEW.to_state = 'accepted' THEN NULL ELSE claimed_by END,
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
  IF NEW.to_state IN ('registered', 'refused', 'withdrawn', 'not_accepted') THEN
    DELETE FROM unit_slots WHERE case_id = NEW.case_id;
  END IF;
  PERFORM pg_notify('desk', 'case ' || NEW.case_id::text || ' ' || NEW.to_state);
  RETURN NULL;
END $$
;;
CREATE FUNCTION case_units_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.ord = 0 THEN
    DELETE FROM unit_slots WHERE case_id = NEW.case_id;
  END IF;
  INSERT INTO unit_slots (case_id, unit_code, slot, accepted_at)
    SELECT NEW.case_id, NEW.unit_code, a.slot, c.accepted_at
    FROM applications a JOIN case_now c ON c.case_id = a.case_id
    WHERE a.case_id = NEW.case_id AND a.n = NEW.n
      AND c.state IN ('accepted', 'in_approval', 'returned', 'approved');
  RETURN NULL;
END $$
;;
CREATE FUNCTION rights_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO right_now (right_id, unit_code, right_type, page)
  VALUES (NEW.id, NEW.unit_code, NEW.right_type,
    CASE WHEN NEW.right_type IN ('19', '23', '92', '94', '96', '97', '98') THEN ''
      ELSE 'ownership' END);
  RETURN NULL;
END $$
;;
CREATE FUNCTION closings_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  PERFORM 1 FROM right_now WHERE right_id = NEW.right_id FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM desk_refuse('D-VERSION closings: the right is closed already');
  END IF;
  DELETE FROM right_now WHERE right_id = NEW.right_id;
  RETURN NEW;
END $$
;;
CREATE FUNCTION unit_facts_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE held int;
BEGIN
  IF NEW.case_id IS NOT NULL THEN NEW.at := desk_now(); END IF;
  SELECT n INTO held FROM unit_now WHERE code = NEW.unit_code FOR UPDATE;
  IF NEW.n <> coalesce(held, 0) + 1 THEN
    PERFORM desk_refuse('D-VERSION unit_facts: not the next facts of the unit');
  END IF;
  RETURN NEW;
END $$
;;
CREATE FUNCTION unit_facts_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unit_now (code, n) VALUES (NEW.unit_code, NEW.n)
    ON CONFLICT (code) DO UPDATE SET n = excluded.n;
  RETURN NULL;
END $$
;;
CREATE FUNCTION unit_endings_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE unit_now SET ended_at = NEW.at WHERE code = NEW.unit_code;
  RETURN NULL;
END $$
;;
CREATE FUNCTION unit_locks_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE of_unit text;
BEGIN
  IF TG_TABLE_NAME = 'unit_locks' THEN of_unit := NEW.unit_code;
  ELSE SELECT unit_code INTO of_unit FROM unit_locks WHERE id = NEW.lock_id; END IF;
  UPDATE unit_now SET lock_reason = (
    SELECT l.reason FROM unit_locks l LEFT JOIN unit_unlocks u ON u.lock_id = l.id
    WHERE l.unit_code = of_unit AND u.lock_id IS NULL ORDER BY l.id DESC LIMIT 1)
  WHERE code = of_unit;
  RETURN NULL;
END $$
;;
CREATE FUNCTION stock_moves_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE held sheet_now;
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  SELECT * INTO held FROM sheet_now WHERE serial = NEW.serial FOR UPDATE;
  IF NEW.n <> coalesce(held.n, 0) + 1 OR NEW.from_place IS DISTINCT FROM held.place
     OR NEW.kind <> coalesce(held.kind, NEW.kind) THEN
    PERFORM desk_refuse('D-STOCK stock_moves: the sheet lies elsewhere');
  END IF;
  RETURN NEW;
END $$
;;
CREATE FUNCTION stock_moves_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO sheet_now (serial, n, kind, place)
    VALUES (NEW.serial, NEW.n, NEW.kind, NEW.to_place)
    ON CONFLICT (serial) DO UPDATE SET n = excluded.n, place = excluded.place;
  RETURN NULL;
END $$
;;
CREATE FUNCTION print_job_events_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE held print_job_now;
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  SELECT * INTO held FROM print_job_now WHERE job_id = NEW.job_id FOR UPDATE;
  IF NEW.n <> coalesce(held.n, 0) + 1 OR coalesce(held.state, '') || '>' || NEW.state NOT IN
     ('>reserved', 'reserved>sent', 'reserved>returned', 'sent>printed', 'sent>spoilt',
      'sent>returned', 'printed>spoilt') THEN
    PERFORM desk_refuse('D-STAGE print_job_events: no such move');
  END IF;
  RETURN NEW;
END $$
;;
CREATE FUNCTION print_job_events_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO print_job_now (job_id, certificate_id, serial, "window", n, state)
    SELECT j.id, j.certificate_id, j.serial, j."window", NEW.n, NEW.state
    FROM print_jobs j WHERE j.id = NEW.job_id
    ON CONFLICT (job_id) DO UPDATE SET n = excluded.n, state = excluded.state;
  RETURN NULL;
END $$
;;
CREATE FUNCTION counters_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.last <> OLD.last + 1 OR NEW.series <> OLD.series
     OR NEW.period <> OLD.period THEN
    PERFORM desk_refuse('D-FACT counters: a counter goes up by one');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER case_events_before BEFORE INSERT ON case_events
  FOR EACH ROW EXECUTE FUNCTION case_events_before()
;;
CREATE TRIGGER case_events_after AFTER INSERT ON case_events
  FOR EACH ROW EXECUTE FUNCTION case_events_after()
;;
CREATE TRIGGER case_units_after AFTER INSERT ON case_units
  FOR EACH ROW EXECUTE FUNCTION case_units_after()
;;
CREATE TRIGGER rights_after AFTER INSERT ON rights
  FOR EACH ROW EXECUTE FUNCTION rights_after()
;;
CREATE TRIGGER closings_before BEFORE INSERT ON closings
  FOR EACH ROW EXECUTE FUNCTION closings_before()
;;
CREATE TRIGGER unit_facts_before BEFORE INSERT ON unit_facts
  FOR EACH ROW EXECUTE FUNCTION unit_facts_before()
;;
CREATE TRIGGER unit_facts_after AFTER INSERT ON unit_facts
  FOR EACH ROW EXECUTE FUNCTION unit_facts_after()
;;
CREATE TRIGGER unit_endings_after AFTER INSERT ON unit_endings
  FOR EACH ROW EXECUTE FUNCTION unit_endings_after()
;;
CREATE TRIGGER unit_locks_after AFTER INSERT ON unit_locks
  FOR EACH ROW EXECUTE FUNCTION unit_locks_after()
;;
CREATE TRIGGER unit_unlocks_after AFTER INSERT ON unit_unlocks
  FOR EACH ROW EXECUTE FUNCTION unit_locks_after()
;;
CREATE TRIGGER stock_moves_before BEFORE INSERT ON stock_moves
  FOR EACH ROW EXECUTE FUNCTION stock_moves_before()
;;
CREATE TRIGGER stock_moves_after AFTER INSERT ON stock_moves
  FOR EACH ROW EXECUTE FUNCTION stock_moves_after()
;;
CREATE TRIGGER print_job_events_before BEFORE INSERT ON print_job_events
  FOR EACH ROW EXECUTE FUNCTION print_job_events_before()
;;
CREATE TRIGGER print_job_events_after AFTER INSERT ON print_job_events
  FOR EACH ROW EXECUTE FUNCTION print_job_events_after()
;;
CREATE TRIGGER counters_before BEFORE UPDATE OR DELETE ON counters
  FOR EACH ROW EXECUTE FUNCTION counters_before()
;;
