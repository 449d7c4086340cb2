-- What was paid for a case that ended without an entry goes back: once, in full, by another person.
ALTER TABLE refunds ADD COLUMN method VARCHAR(8) NOT NULL DEFAULT ''
;;
ALTER TABLE refunds ADD COLUMN voucher VARCHAR(80)
;;
CREATE TRIGGER refunds_after AFTER INSERT ON refunds BEGIN
  SELECT CASE
    WHEN (SELECT state FROM case_now WHERE case_id = NEW.case_id) NOT IN ('withdrawn', 'refused')
      THEN RAISE(ABORT, 'D-STAGE refunds: the case did not end without an entry')
    WHEN NEW.amount <= 0 OR (SELECT sum(amount) FROM refunds
        WHERE case_id = NEW.case_id AND what = NEW.what)
      > coalesce((SELECT sum(amount) FROM payments
        WHERE case_id = NEW.case_id AND what = NEW.what), 0)
      THEN RAISE(ABORT, 'D-STAGE refunds: more than was paid')
    WHEN EXISTS (SELECT 1 FROM payments WHERE case_id = NEW.case_id AND what = NEW.what
        AND actor = NEW.actor AND amount > 0)
      THEN RAISE(ABORT, 'D-ROLE refunds: who took the money does not give it back')
  END;
END
